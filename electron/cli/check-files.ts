import { readFile } from 'node:fs/promises';
import { allChecks } from '../../shared/checks/all-checks';
import { noBureauRules } from '../../shared/checks/bureau/bureau-rules';
import { readRulePack } from '../../shared/checks/bureau/read-rule-pack';
import type { RulePack } from '../../shared/checks/bureau/rule-pack';
import { answerCheck } from '../../shared/cli/answer-check';
import { AppError } from '../../shared/ipc/app-error';
import { eachFile } from './each-file';
import type { Command } from './parse-arguments';
import { print } from './print';
import { reportCheck } from './report';
import { UsageError } from './usage';

/** Rules to leave out; those that a regulation lays down stay on. @throws UsageError for others and for unknown ones */
const rulesToLeaveOut = (ids: readonly string[]): ReadonlySet<string> => {
  for (const id of ids) {
    const rule = allChecks.find((check) => check.id === id);
    if (!rule) throw new UsageError(`没有“${id}”这条规则，编号见 check --json 的 rule。`);
    if (rule.source.tier === 'regulation') throw new UsageError(`“${id}”是条例的要求，不能关闭。`);
  }
  return new Set(ids);
};

/** Rule packs of the bureau. @throws AppError 'file' with a sentence for one that does not fit */
const readPacks = async (files: readonly string[]): Promise<readonly RulePack[]> => {
  const packs: RulePack[] = [];
  for (const file of files) {
    let data: unknown;
    try {
      data = JSON.parse((await readFile(file, 'utf8')).replace(/^\u{feff}/u, ''));
    } catch (cause) {
      throw new AppError('file', `规则包 ${file} 读不出来，请确认文件还在，并且是 .json 格式。`, { cause });
    }
    const read = readRulePack(data);
    if ('problem' in read) throw new AppError('file', `规则包 ${file} 没有读入。${read.problem}`);
    packs.push(read.pack);
  }
  return packs;
};

/** `nigao check`. @returns the exit code: 1 where something must be changed. */
export const checkFiles = async (command: Extract<Command, { name: 'check' }>): Promise<number> => {
  const { files, json, off, rules, comments } = command;
  const bureau = { ...noBureauRules, packs: [...(await readPacks(rules))], units: [] };
  const options = { off: rulesToLeaveOut(off), bureau };
  // The Word writer is loaded only where it is needed: the check alone starts faster without it.
  const write =
    comments === null ? null : await (await import('./write-comments')).commentsWriter(files, comments, options);
  let musts = 0;
  const well = await eachFile(command, async (file, recognition, pictures) => {
    const answer = answerCheck(file, recognition, options);
    musts += answer.counts.must;
    await write?.(file, recognition.document, pictures);
    print(json ? JSON.stringify(answer) : reportCheck(answer));
  });
  return !well ? 3 : musts > 0 ? 1 : 0;
};

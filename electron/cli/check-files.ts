import { allChecks } from '../../shared/checks/all-checks';
import { answerCheck } from '../../shared/cli/answer-check';
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

/** `nigao check`. @returns the exit code: 1 where something must be changed. */
export const checkFiles = async ({ files, json, off }: Extract<Command, { name: 'check' }>): Promise<number> => {
  const options = { off: rulesToLeaveOut(off) };
  let musts = 0;
  const well = await eachFile(files, (file, recognition) => {
    const answer = answerCheck(file, recognition, options);
    musts += answer.counts.must;
    print(json ? JSON.stringify(answer) : reportCheck(answer));
  });
  return !well ? 3 : musts > 0 ? 1 : 0;
};

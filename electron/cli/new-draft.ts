import { resolve } from 'node:path';
import type { NewAnswer } from '../../shared/cli/answers';
import type { Block } from '../../shared/document/block';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { instantiate } from '../../shared/templates/instantiate';
import { findTemplate, shippedTemplates } from '../../shared/templates/templates';
import { writeFileAtomically } from '../files/atomic-write';
import type { Command } from './parse-arguments';
import { print } from './print';
import { UsageError } from './usage';

const leavesOf = (block: Block) =>
  block.type === 'table'
    ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    : block.children;

/** `nigao new`: a draft from a template. @throws UsageError for a template or field there is not. */
export const newDraft = async (command: Extract<Command, { name: 'new' }>): Promise<number> => {
  const template = findTemplate(command.template);
  if (!template)
    throw new UsageError(
      `没有模板“${command.template}”。可用的模板：${shippedTemplates()
        .map(({ id }) => id)
        .join('、')}。`,
    );
  const keys = template.placeholders.map(({ key }) => key);
  const unknown = Object.keys(command.values).find((key) => !keys.includes(key));
  if (unknown) throw new UsageError(`模板没有字段“${unknown}”。可用的字段：${keys.join('、')}。`);
  const document = instantiate(template, command.values);
  await writeFileAtomically(resolve(command.output), packNigaoFile(document));
  const placeholders = document.parts
    .flatMap((part) => part.children.flatMap(leavesOf))
    .filter((leaf) => leaf.placeholder).length;
  const answer: NewAnswer = { output: command.output, template: template.id, placeholders };
  print(command.json ? JSON.stringify(answer) : `已存为 ${command.output}，还有 ${placeholders} 处待填写。`);
  return 0;
};

import { allChecks } from '../../shared/checks/all-checks';
import { runChecks } from '../../shared/checks/run-checks';
import type { Block } from '../../shared/document/block';
import type { GovDocument, Part } from '../../shared/document/document';
import { exampleDocument } from '../unit/checks/example-document';

const childrenOf = ({ parts }: GovDocument, kind: Part['kind']): readonly Block[] =>
  parts.find((part) => part.kind === kind)?.children ?? [];
const withMain = (document: GovDocument, change: (children: readonly Block[]) => readonly Block[]): GovDocument => ({
  ...document,
  parts: document.parts.map((part) =>
    part.kind === 'main' ? { ...part, children: change(part.children) as Part['children'] } : part,
  ),
});
const isTitle = ({ type }: Block): boolean => type === 'title';

/** Ways in which what is wrong in an example can come into a document. */
const ways: readonly ((document: GovDocument, example: GovDocument) => GovDocument)[] = [
  // Its text, at the end.
  (document, example) =>
    withMain(document, (children) => [...children, ...childrenOf(example, 'main').filter((block) => !isTitle(block))]),
  // Its title.
  (document, example) =>
    withMain(document, (children) => [
      ...childrenOf(example, 'main').filter(isTitle),
      ...children.filter((block) => !isTitle(block)),
    ]),
  // Its fields.
  (document, example) => ({ ...document, meta: { ...document.meta, ...example.meta, genre: document.meta.genre } }),
  // What stands around its text: notice, attachments, template.
  (document, example) => ({
    ...document,
    ...(example.template && { template: example.template }),
    parts: [
      ...example.parts.filter(({ kind }) => kind === 'notice'),
      ...withMain(document, (children) => [
        ...children,
        ...childrenOf(example, 'main').filter((block) => !isTitle(block)),
      ]).parts.filter(({ kind }) => kind === 'main'),
      ...example.parts.filter(({ kind }) => kind === 'attachment'),
    ],
  }),
  // Notice, title, fields and text at once.
  (document, example) => {
    const { parts } = withMain(document, (children) => [
      ...childrenOf(example, 'main').filter(isTitle),
      ...children.filter((block) => !isTitle(block)),
      ...childrenOf(example, 'main').filter((block) => !isTitle(block)),
    ]);
    const notices = example.parts.filter(({ kind }) => kind === 'notice');
    return {
      ...document,
      meta: { ...document.meta, ...example.meta },
      parts: notices.length > 0 ? [...notices, ...parts.filter(({ kind }) => kind !== 'notice')] : parts,
    };
  },
  // What lacks something can only stand in place of the document's own text, under its notice.
  (document, example) => ({
    ...withMain(document, () => childrenOf(example, 'main')),
    meta: { ...document.meta, ...example.meta },
  }),
];

const times = (document: GovDocument, rule: string): number =>
  runChecks(document).findings.filter((finding) => finding.rule === rule).length;

/** Rules of which no way of bringing their own wrong example into one of the documents makes them say more. */
export const silentRules = (documents: readonly GovDocument[], rules: readonly string[]): string[] =>
  rules.filter((rule) => {
    const example = exampleDocument(allChecks.find(({ id }) => id === rule)?.examples.wrong ?? '');
    return !documents.some((document) => {
      const before = times(document, rule);
      return ways.some((bring) => times(bring(document, example), rule) > before);
    });
  });

import { describe, expect, it } from 'vitest';
import { createId } from '../../../shared/document/block-id';
import { documentSchema, metaSchema } from '../../../shared/document/document';
import { longestPart, mostEditedParts } from '../../../shared/document/edited-part';
import { draftDocument } from '../../../shared/plan/derived/draft-document';
import { withEditedPart, withKeptPart, withSeenPart } from '../../../shared/plan/derived/shown-parts';
import { makePlanFile } from '../../../shared/plan/make-plan-file';
import {
  draftOf,
  edit,
  partOf,
  plan,
  reword,
  safeguards,
  withBlocks,
  withMeta,
  withoutSafeguards,
} from './plan-drafts';

describe('a part the person has edited', () => {
  const edited = edit(plan, '主要任务', '主要任务。做好两件事。');

  it('is theirs: the text stays while the plan changes, and is said to be behind', () => {
    expect(partOf(edited, '主要任务')).toMatchObject({ state: 'edited', text: '主要任务。做好两件事。' });
    const changed = reword(edited, '推进适老化改造', '改造适老住房');
    expect(partOf(changed, '主要任务')).toMatchObject({ state: 'outdated', text: '主要任务。做好两件事。' });
    expect(partOf(changed, '主要任务').derived).toContain('改造适老住房');
    expect(partOf(changed, '主要目标').state).toBe('following');
  });

  it('in one draft leaves the other alone', () => {
    expect(partOf(edited, '主要任务', 'interpretation').state).toBe('following');
  });

  it('stays flagged when it is edited on, until the person keeps their words or takes the new ones', () => {
    const changed = reword(edited, '推进适老化改造', '改造适老住房');
    const on = edit(changed, '主要任务', '主要任务。做好三件事。');
    expect(partOf(on, '主要任务').state).toBe('outdated');
    const seen = withMeta(on, withSeenPart(on.meta, partOf(on, '主要任务')));
    expect(partOf(seen, '主要任务')).toMatchObject({ state: 'edited', text: '主要任务。做好三件事。' });
    const part = partOf(on, '主要任务');
    const taken = withMeta(on, withEditedPart(on.meta, 'drafting-note', part, null)!);
    expect(taken.meta.editedParts).toBeUndefined();
    expect(partOf(taken, '主要任务').text).toContain('改造适老住房');
    expect(withKeptPart(taken.meta, part.edited!)).toEqual(on.meta);
  });

  it('with the words the plan gives follows it again', () => {
    expect(edit(edited, '主要任务', partOf(plan, '主要任务').text).meta).toEqual(plan.meta);
  });

  it('is kept behind the chapters when its chapter goes, until the person removes it', () => {
    const own = edit(plan, '保障措施', '保障措施。由联席会议统筹。');
    const gone = withoutSafeguards(own);
    const part = partOf(gone, '保障措施');
    expect(part).toMatchObject({ state: 'orphaned', text: '保障措施。由联席会议统筹。', heading: '主要内容' });
    expect(
      draftOf(gone)
        .parts.map(({ name }) => name)
        .slice(-3),
    ).toEqual(['主要任务', '保障措施', '主要特点']);
    expect(JSON.stringify(makePlanFile(gone, 'drafting-note'))).toContain('由联席会议统筹');
    const on = edit(gone, '保障措施', '');
    expect(partOf(on, '保障措施')).toMatchObject({ state: 'orphaned', text: '' });
    const left = withEditedPart(on.meta, 'drafting-note', partOf(on, '保障措施'), null);
    expect(draftOf(withMeta(gone, left!)).parts.some(({ name }) => name === '保障措施')).toBe(false);
  });

  it('is known again by its heading when its chapter comes back under another id', () => {
    const own = edit(plan, '保障措施', '措施共两条。');
    const pasted = withBlocks(own, (blocks) =>
      blocks.map((block) => (safeguards(blocks).includes(block) ? { ...block, id: createId() } : block)),
    );
    expect(partOf(pasted, '保障措施')).toMatchObject({ state: 'edited', text: '措施共两条。' });
    const on = edit(pasted, '保障措施', '措施共三条。');
    expect(on.meta.editedParts).toHaveLength(1);
    expect(partOf(on, '保障措施').text).toBe('措施共三条。');
  });
});

describe('what is stored', () => {
  const hostile = [
    '',
    '\u0000\u001b\u200b控制',
    'a\r\nb\rc\u2028d',
    '\ud83d半个',
    '👩‍👩‍👧 ‮تجربة',
    '</w:t><script>',
    '【待填：】【待填：【】】【待填：甲】',
    '字'.repeat(longestPart),
  ];

  it.each(hostile.map((text, at) => [at, text] as const))(
    'goes through the parser and into a document as it is (%i)',
    (_, text) => {
      const own = edit(plan, '起草过程', text);
      const read = documentSchema.parse(JSON.parse(JSON.stringify(own)));
      expect(read).toEqual(own);
      expect(partOf(read, '起草过程').text).toBe(text);
      expect(documentSchema.safeParse(draftDocument(draftOf(read))).success).toBe(true);
    },
  );

  it('longer than a part may be is cut, so that the document can be saved', () => {
    const own = edit(plan, '起草过程', '字'.repeat(longestPart + 5));
    expect(metaSchema.safeParse(own.meta).success).toBe(true);
  });

  it('beyond what can be kept is refused: no other part gives way, and the document can still be saved', () => {
    const kept = Array.from({ length: mostEditedParts }, (_, at) => ({
      draft: 'interpretation' as const,
      key: `content:gone-${at}`,
      text: `第${at}处`,
      from: '',
    }));
    const full = withMeta(plan, { ...plan.meta, editedParts: kept });
    const part = partOf(full, '起草过程');
    expect(withEditedPart(full.meta, 'drafting-note', part, '又改一处。')).toBeNull();
    expect(withKeptPart(full.meta, { draft: 'drafting-note', key: 'basis', text: '甲', from: '' })).toBeNull();
    const again = withKeptPart(full.meta, { ...kept[0]!, text: '改过。' });
    expect(again?.editedParts).toHaveLength(mostEditedParts);
    expect(metaSchema.safeParse(again).success).toBe(true);
    expect(withEditedPart(full.meta, 'drafting-note', part, null)?.editedParts).toEqual(kept);
  });

  it('under keys that mean nothing is shown as parts without a chapter', () => {
    const editedParts = ['__proto__', 'constructor', 'content:', 'toString'].map((key) => ({
      draft: 'drafting-note' as const,
      key,
      text: `甲${key}`,
      from: '',
    }));
    const meta = metaSchema.parse(JSON.parse(JSON.stringify({ ...plan.meta, editedParts })));
    const orphans = draftOf(withMeta(plan, meta)).parts.filter(({ state }) => state === 'orphaned');
    expect(orphans.map(({ text }) => text)).toEqual(editedParts.map(({ text }) => text));
  });

  it.each([
    ['an unknown draft', { draft: 'speech', key: 'basis', text: '', from: '' }],
    ['a key that is too long', { draft: 'interpretation', key: 'k'.repeat(61), text: '', from: '' }],
    [
      'a text that is too long',
      { draft: 'interpretation', key: 'basis', text: '字'.repeat(longestPart + 1), from: '' },
    ],
    ['another field', { draft: 'interpretation', key: 'basis', text: '', from: '', by: '' }],
  ])('with %s is refused', (_, part) => {
    expect(metaSchema.safeParse({ ...plan.meta, editedParts: [part] }).success).toBe(false);
  });
});

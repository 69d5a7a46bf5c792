import { describe, expect, it } from 'vitest';
import { notePlaceAt } from '../../../renderer/editor/commands/unit-note';
import { matches } from '../../../renderer/editor/menu/match-pinyin';
import { shippedUnits, unitsFor } from '../../../shared/units/unit-dictionary';
import { readUnitNote, usualWording, wordingOf, writeUnitNote } from '../../../shared/units/unit-note';
import { editing } from './notation';

describe('the wording of unit notes', () => {
  it('is the usual one in a document without notes', () => {
    const { session } = editing('P 甲|');
    const wording = wordingOf(session.getDocument());
    const note = { lead: ['市民政局'], support: ['市财政局', '市教育局'], deadline: '2027年底前' };
    expect(writeUnitNote(note, wording)).toBe(
      '（牵头单位：市民政局；配合单位：市财政局、市教育局；完成时限：2027年底前）',
    );
    expect(writeUnitNote({ ...note, support: [], deadline: '' }, wording)).toBe('（责任单位：市民政局）');
    expect(writeUnitNote({ lead: [], support: [], deadline: ' ' }, wording)).toBe('');
  });

  it('is that of the document', () => {
    const labelled = editing('P 甲|', 'R （主办单位：市民政局；协办单位：市财政局；办结时限：2026年）').session;
    const note = { lead: ['市水利局'], support: ['市林业局'], deadline: '2028年' };
    expect(writeUnitNote(note, wordingOf(labelled.getDocument()))).toBe(
      '（主办单位：市水利局；协办单位：市林业局；办结时限：2028年）',
    );
    const prose = editing('P 甲|', 'R （市民政局牵头，市财政局配合）').session;
    expect(writeUnitNote({ ...note, deadline: '' }, wordingOf(prose.getDocument()))).toBe(
      '（市水利局牵头，市林业局配合）',
    );
    const mixed = editing('P 甲|', 'R （牵头单位：市民政局；责任单位：市财政局）').session;
    expect(writeUnitNote({ ...note, deadline: '' }, wordingOf(mixed.getDocument()))).toBe(
      '（牵头单位：市水利局；责任单位：市林业局）',
    );
  });

  it('is read back as it was written', () => {
    for (const prose of [false, true])
      for (const support of [[], ['市财政局'], ['市财政局', '市气象局']])
        for (const deadline of ['', '2027年6月底前']) {
          const note = { lead: ['市发展改革委', '市水利局'], support, deadline };
          expect(readUnitNote(writeUnitNote(note, { ...usualWording, prose }))).toEqual(note);
        }
  });
});

describe('the units to pick from', () => {
  it('are found by characters, pinyin and initials', () => {
    const units = unitsFor(editing('P 甲|').session.getDocument(), shippedUnits);
    const found = (query: string) => units.filter((unit) => matches(unit, query)).map(({ name }) => name);
    expect(found('发改委')).toEqual(['市发展改革委']);
    expect(found('发展改革')).toEqual(['市发展改革委']);
    expect(found('sczj')).toContain('市财政局');
    expect(found('caizheng')).toEqual(['市财政局']);
  });

  it('begin with those the document names, and their pinyin is known too', () => {
    const { session } = editing('P 甲|', 'R （责任单位：市供水局、市财政局）', 'P 乙', 'R （责任单位：市供水局）');
    const units = unitsFor(session.getDocument(), shippedUnits);
    expect(units.slice(0, 2)).toMatchObject([
      { name: '市供水局', pinyin: 'shi gong shui ju' },
      { name: '市财政局', pinyin: 'shi cai zheng ju' },
    ]);
    expect(units.filter(({ name }) => name === '市财政局')).toHaveLength(1);
  });
});

describe('the unit note of a block', () => {
  const text = '（责任单位：市财政局）';
  it('is put in behind the block, as one step of undo', () => {
    const { session, lines } = editing('2r 目标。提高|', '2 次项');
    session.run({ type: 'writeNote', place: { blockId: 'block-0', text, own: false } });
    expect(lines()).toEqual(['2r 目标。提高', `R ${text}|`, '2 次项']);
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['2r 目标。提高|', '2 次项']);
  });

  it('is changed where there is one, whether the caret is in it or in its block', () => {
    for (const blockId of ['block-0', 'block-1']) {
      const { session, lines } = editing('2r 目标。提高|', 'R （责任单位：市民政局）');
      const place = notePlaceAt(session.getDocument(), blockId);
      expect(place).toEqual({ blockId, text: '（责任单位：市民政局）', own: false });
      session.run({ type: 'writeNote', place: { ...place!, text, own: true } });
      expect(lines()).toEqual(['2r 目标。提高', `R ${text}|`]);
      expect(notePlaceAt(session.getDocument(), blockId)?.own).toBe(true);
      session.run({ type: 'undo' });
      expect(notePlaceAt(session.getDocument(), blockId)).toEqual(place);
    }
  });

  it('takes the place of its prompt', () => {
    const { session, lines } = editing('2r 目标。提高|');
    session.run({ type: 'insertResponsibility' });
    const place = notePlaceAt(session.getDocument(), 'block-0')!;
    expect(place.text).toBe('');
    session.run({ type: 'writeNote', place: { ...place, text } });
    expect(lines()).toEqual(['2r 目标。提高', `R ${text}|`]);
    expect(JSON.stringify(session.editor.children)).not.toContain('placeholder');
  });

  it('goes when it says nothing any more', () => {
    const { session, lines } = editing('2r 目标。提高', `R ${text}|`);
    session.run({ type: 'writeNote', place: { blockId: 'block-1', text: '', own: false } });
    expect(lines()).toEqual(['2r 目标。提高|']);
  });

  it('stays in the 专栏 of its block', () => {
    const { session, lines } = editing('B 工程', '>D 甲|');
    session.run({ type: 'writeNote', place: { blockId: 'block-1', text, own: false } });
    expect(lines()).toEqual(['B 工程', '>D 甲', `>R ${text}|`]);
  });

  it('cannot stand behind a title, a signature or a table', () => {
    const { session } = editing('T 标题|', 'X 甲', 'G 云川市人民政府');
    for (const id of ['block-0', 'block-1', 'block-2', null]) expect(notePlaceAt(session.getDocument(), id)).toBeNull();
  });
});

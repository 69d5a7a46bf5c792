import { describe, expect, it } from 'vitest';
import { editing } from './notation';

const type = (input: string, keys: string): string => {
  const { session, lines } = editing(input);
  for (const key of keys) session.editor.insertText(key);
  return lines()[0]!;
};

describe('straight signs typed in Chinese text', () => {
  it('become quotation marks in turn', () => {
    expect(type('P 实施|', '"十四五"规划')).toBe('P 实施“十四五”规划|');
    expect(type('P 实施“|', "'一老一小'")).toBe('P 实施“‘一老一小’|');
  });

  it('close behind Latin letters what was opened before Chinese', () => {
    expect(type('P 推进|', '"5G"应用')).toBe('P 推进“5G”应用|');
  });

  it('open at the start of a block and before Chinese', () => {
    expect(type('P |', '"两山"')).toBe('P “两山”|');
    expect(type('P |两山', '"')).toBe('P “|两山');
  });

  it('stay between Latin letters and digits', () => {
    expect(type('P A|', '"b"')).toBe('P A"b"|');
    expect(type('P don|', "'t")).toBe("P don't|");
    expect(type('P a|', '--b')).toBe('P a--b|');
  });

  it('of two hyphens become a dash, of three not two', () => {
    expect(type('P 云川|', '--开放')).toBe('P 云川——开放|');
    expect(type('P 云川|', '---')).toBe('P 云川——-|');
  });

  it('of two hyphens at the start of a block make an item', () => {
    expect(type('P |', '--')).toBe('D |');
  });

  it('leave brackets and commas as they are typed', () => {
    expect(type('P 云川|', '(一),')).toBe('P 云川(一),|');
  });

  it('work in a cell', () => {
    const { session, lines } = editing('X 甲|,乙');
    session.editor.insertText('"');
    expect(lines()).toEqual(['X 甲“,乙']);
  });

  it('come back by one undo', async () => {
    const { session, lines } = editing('P 实施|');
    session.editor.insertText('"');
    await Promise.resolve();
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['P 实施"|']);
    session.editor.insertText('甲');
    expect(lines()).toEqual(['P 实施"甲|']);
  });

  it('are left to an input method while it composes', () => {
    const { session, lines } = editing('P 实施|');
    session.gate.close();
    session.editor.insertText('"');
    session.gate.open();
    expect(lines()).toEqual(['P 实施"|']);
  });
});

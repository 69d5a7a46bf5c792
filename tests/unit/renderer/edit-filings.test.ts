import { describe, expect, it } from 'vitest';
import { changeFiling, commonFiling, readTags } from '../../../renderer/features/filing/edit-filings';
import { documentYear, type Filing } from '../../../shared/document/filing';

const one: Filing = { folder: '民生', tags: ['养老', '重点'], status: 'drafting' };
const other: Filing = { folder: '质量', tags: ['重点'], status: 'drafting' };

describe('filing several documents at once', () => {
  it('shows what they have in common', () => {
    expect(commonFiling([one, other])).toEqual({ folder: undefined, tags: ['重点'], status: 'drafting' });
    expect(commonFiling([one])).toEqual({ folder: '民生', tags: ['养老', '重点'], status: 'drafting' });
  });

  it('changes only what was changed', () => {
    const common = commonFiling([one, other]);
    const change = (filing: Filing) => changeFiling(filing, common, { ...common, tags: ['送审'], status: 'submitted' });
    expect(change(one)).toEqual({ folder: '民生', tags: ['养老', '送审'], status: 'submitted' });
    expect(change(other)).toEqual({ folder: '质量', tags: ['送审'], status: 'submitted' });
    expect(changeFiling(one, common, { ...common, folder: null }).folder).toBeNull();
  });

  it('reads tags divided as people divide them, each once', () => {
    expect(readTags(' 养老、重点，民生 养老; ')).toEqual(['养老', '重点', '民生']);
  });
});

describe('the year of a document', () => {
  const begun = Date.UTC(2024, 5, 1);
  it('is that of its number, else of its title, else the one it was begun in', () => {
    expect(documentYear('云政发〔2026〕5号', '2025年行动方案', begun)).toBe(2026);
    expect(documentYear(null, '云川市2025年行动方案', begun)).toBe(2025);
    expect(documentYear(null, '云川市行动方案', begun)).toBe(2024);
  });
});

import type { RulePack } from './rule-pack';

/** What a bureau can begin its own pack from: one entry of each kind, to be written over. */
export const samplePack: RulePack = {
  format: 'nigao-rule-pack',
  version: 1,
  name: '本单位用语（样例）',
  date: '2026-01-01',
  terms: [
    { avoid: '老百姓', use: '群众' },
    { avoid: '回头看', use: '“回头看”', note: '加引号', severity: 'hint' },
  ],
  units: [{ short: '市市场监管局', old: ['市工商局', '市质监局'] }],
  formulas: [{ text: '工业立市、产业强市战略', kind: 'exact' }],
  soften: [{ rule: 'form/spaces', to: 'hint' }],
};

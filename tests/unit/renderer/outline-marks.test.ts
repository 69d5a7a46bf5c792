import { describe, expect, it } from 'vitest';
import { outlineRows } from '../../../renderer/app/outline/outline-rows';
import { countByRow, hiddenRows, missingRows } from '../../../renderer/features/outline/outline-marks';
import type { Finding, Severity } from '../../../shared/checks/types';
import {
  type DocumentFunction,
  documentFunctions,
  type FunctionAssessment,
  type FunctionAssessments,
} from '../../../shared/functions/types';
import { opinion } from './build-document';

const finding = (blockId: string | null, severity: Severity): Finding => ({
  rule: 'form/test',
  severity,
  blockId,
  start: 0,
  end: 1,
  excerpt: '',
  message: '',
  source: { tier: 'practice', clause: '' },
});

const missing = (...names: DocumentFunction[]): FunctionAssessments =>
  Object.fromEntries(
    documentFunctions.map((name): [DocumentFunction, FunctionAssessment] => [
      name,
      {
        function: name,
        requirement: 'required',
        state: names.includes(name) ? 'missing' : 'present',
        reason: null,
        characters: 0,
        places: [],
      },
    ]),
  ) as FunctionAssessments;

describe('the marks of the outline', () => {
  const document = opinion();
  const rows = outlineRows(document);
  const at = (text: string) => rows.findIndex((row) => row.text === text);

  it('count must and should of everything under a row, and no hints', () => {
    const counts = countByRow(
      document,
      rows,
      [finding('task-a', 'must'), finding('sentence', 'should'), finding('sentence', 'hint'), finding(null, 'must')],
      new Set(),
    );
    expect([...counts]).toEqual([
      [at('建设平台'), { must: 1, should: 0 }],
      [at('计量工程'), { must: 0, should: 1 }],
    ]);
  });

  it('let a folded row answer for what is below it', () => {
    const hidden = hiddenRows(rows, new Set(['tasks-']));
    expect([...hidden]).toEqual([at('建设平台'), at('计量工程')]);
    const counts = countByRow(document, rows, [finding('sentence', 'should'), finding('task-a', 'must')], hidden);
    expect([...counts]).toEqual([[at('重点任务'), { must: 1, should: 1 }]]);
  });

  it('show missing safeguards behind the last chapter with the number they will have', () => {
    expect(missingRows(document, rows, missing('safeguards'))).toEqual([
      { function: 'safeguards', before: at('落款'), depth: 0, text: '三、保障措施（必备）' },
    ]);
  });

  it('show a missing guiding ideology at the head of the general chapter', () => {
    expect(missingRows(document, rows, missing('guidingIdeology'))).toEqual([
      { function: 'guidingIdeology', before: at('指导思想'), depth: 1, text: '指导思想（必备）' },
    ]);
  });

  it('show nothing when nothing required is missing', () => {
    expect(missingRows(document, rows, missing())).toEqual([]);
  });
});

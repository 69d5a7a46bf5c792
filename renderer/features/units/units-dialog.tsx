import { useState } from 'react';
import {
  pinyinOfUnit,
  shippedUnits,
  type Unit,
  type UnitKind,
  unitDictionarySchema,
  unitKindNames,
  unitKinds,
} from '../../../shared/units/unit-dictionary';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { say } from '../../app/ui/toasts';
import { saveUnits, useUnits } from '../../app/units';
import { matches } from '../../editor/menu/match-pinyin';
import { call, sentenceOf } from '../../ipc/client';
import './units.css';

type Row = Readonly<{ key: number; unit: Unit }>;

let lastKey = 0;
const rowOf = (unit: Unit): Row => {
  lastKey += 1;
  return { key: lastKey, unit };
};

/** What keeps the list from being stored, with the row; null when nothing does. */
const problemOf = (rows: readonly Row[]): Readonly<{ sentence: string; key: number }> | null => {
  const seen = new Set<string>();
  for (const [at, { key, unit }] of rows.entries()) {
    const name = unit.short || unit.name || `第${at + 1}行`;
    if (unit.name.length < 2 || unit.short.length < 2)
      return { key, sentence: `“${name}”的全称和简称都要写，各不少于2个字。` };
    if (seen.has(unit.short)) return { key, sentence: `简称“${unit.short}”写了两次，请改掉一个。` };
    seen.add(unit.short);
    if (!unitDictionarySchema.safeParse([unit]).success)
      return { key, sentence: `“${name}”的写法不合要求，请检查各栏。` };
  }
  return null;
};

/** 单位名录: full, short and old names, kind and order, as forms, unit notes and checks use them. */
export const UnitsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const stored = useUnits();
  const [rows, setRows] = useState<readonly Row[]>(() => stored.map(rowOf));
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<Readonly<{ sentence: string; key: number }> | null>(null);
  const units = rows.map(({ unit }) => unit);
  const shown = rows.filter(({ unit }) =>
    matches({ name: unit.short, note: `${unit.name} ${(unit.old ?? []).join(' ')}`, pinyin: unit.pinyin }, query),
  );

  const change = (key: number, patch: Partial<Unit>) => {
    setProblem(null);
    setRows(
      rows.map((row) => {
        if (row.key !== key) return row;
        const unit = { ...row.unit, ...patch };
        return { key, unit: patch.short === undefined ? unit : { ...unit, pinyin: pinyinOfUnit(unit.short) || 'x' } };
      }),
    );
  };
  const changeOld = (key: number, text: string) => {
    const old = text.split(/[、，,\s]+/).filter((one) => one !== '');
    setRows(
      rows.map((row) => {
        if (row.key !== key) return row;
        const { old: _, ...unit } = row.unit;
        return { key, unit: old.length > 0 ? { ...unit, old } : unit };
      }),
    );
  };
  const move = (key: number, by: 1 | -1) => {
    const at = rows.findIndex((row) => row.key === key);
    const row = rows[at];
    if (row && rows[at + by]) setRows(rows.toSpliced(at, 1).toSpliced(at + by, 0, row));
  };
  const add = () => {
    setQuery('');
    setRows([rowOf({ name: '', short: '', kind: 'government', pinyin: 'x' }), ...rows]);
  };
  const attempt = (work: () => Promise<void>) =>
    void work().catch((error) => setProblem({ key: -1, sentence: sentenceOf(error) }));
  const save = () => {
    const found = problemOf(rows);
    if (found) {
      setQuery('');
      return setProblem(found);
    }
    attempt(async () => {
      await saveUnits(units);
      say(`单位名录已保存，共 ${units.length} 个单位。`);
      onClose();
    });
  };
  const read = () =>
    attempt(async () => {
      const { units: found } = await call('units:import', {});
      if (!found) return;
      setRows(found.map(rowOf));
      setProblem(null);
      say(`已读入 ${found.length} 个单位，保存后生效。`);
    });
  const write = () =>
    attempt(async () => {
      const found = problemOf(rows);
      if (found) return setProblem(found);
      const { path } = await call('units:export', { units });
      if (path !== null) say(`已导出到 ${path}。`);
    });

  return (
    <DialogFrame
      title="单位名录"
      full
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={read}>
            从 .csv 读入…
          </button>
          <button type="button" className="btn" onClick={write}>
            导出 .csv…
          </button>
          <button type="button" className="btn" onClick={() => setRows(shippedUnits.map(rowOf))}>
            换回示例名录
          </button>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            不保存
          </button>
          <button type="button" className="btn btn-primary" onClick={save}>
            保存
          </button>
        </>
      }
    >
      <div className="units">
        <div className="units-bar">
          <input
            type="search"
            className="input"
            aria-label="查找单位"
            placeholder="按名称、旧称或拼音首字母查找"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <button type="button" className="btn" onClick={add}>
            添加单位
          </button>
          <span>共 {rows.length} 个，按次序排列</span>
        </div>
        {problem && (
          <p className="units-problem" role="alert">
            {problem.sentence}
          </p>
        )}
        <div className="units-list">
          <table>
            <thead>
              <tr>
                <th>全称</th>
                <th>简称（公文中写）</th>
                <th>旧称、不宜的简称</th>
                <th>类别</th>
                <th>次序</th>
                <th>
                  <span className="visually-hidden">删除</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, unit }) => {
                const name = unit.short || '新单位';
                return (
                  <tr key={key} data-wrong={problem?.key === key || undefined}>
                    <td>
                      <input
                        className="input"
                        aria-label={`${name}的全称`}
                        maxLength={40}
                        value={unit.name}
                        onChange={(event) => change(key, { name: event.currentTarget.value })}
                      />
                    </td>
                    <td>
                      <input
                        className="input"
                        aria-label={`${name}的简称`}
                        maxLength={40}
                        value={unit.short}
                        onChange={(event) => change(key, { short: event.currentTarget.value })}
                      />
                    </td>
                    <td>
                      <input
                        className="input"
                        aria-label={`${name}的旧称`}
                        defaultValue={(unit.old ?? []).join('、')}
                        onBlur={(event) => changeOld(key, event.currentTarget.value)}
                      />
                    </td>
                    <td>
                      <select
                        className="input"
                        aria-label={`${name}的类别`}
                        value={unit.kind}
                        onChange={(event) => change(key, { kind: event.currentTarget.value as UnitKind })}
                      >
                        {unitKinds.map((kind) => (
                          <option key={kind} value={kind}>
                            {unitKindNames[kind]}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td className="units-order">
                      <button type="button" className="btn" aria-label={`${name}上移`} onClick={() => move(key, -1)}>
                        ↑
                      </button>
                      <button type="button" className="btn" aria-label={`${name}下移`} onClick={() => move(key, 1)}>
                        ↓
                      </button>
                    </td>
                    <td>
                      <button
                        type="button"
                        className="btn btn-ghost"
                        aria-label={`删除${name}`}
                        onClick={() => setRows(rows.filter((row) => row.key !== key))}
                      >
                        删除
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {shown.length === 0 && <p className="dialog-text">没有含“{query.trim()}”的单位。</p>}
        </div>
      </div>
    </DialogFrame>
  );
};

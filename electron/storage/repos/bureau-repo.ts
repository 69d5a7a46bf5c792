import type Database from 'better-sqlite3';
import type { z } from 'zod';
import {
  type Bureau,
  type BureauRules,
  bureauRulesSchema,
  noBureauRules,
} from '../../../shared/checks/bureau/bureau-rules';
import { AppError } from '../../../shared/ipc/app-error';
import { type Template, templateSchema } from '../../../shared/templates/template';
import {
  ownUnits,
  shippedUnits,
  type UnitDictionary,
  unitDictionarySchema,
} from '../../../shared/units/unit-dictionary';
import { inTransaction } from '../transaction';

/**
 * What a bureau has set up for itself: its own templates and its dictionary of units. On disk when a call returns.
 * @throws AppError 'storage' when the disk refuses
 */
export type BureauRepo = Readonly<{
  /** Own templates by name; one that cannot be read any more is left out. */
  templates(): readonly Template[];
  /** Adds or replaces a template of its id; a change of what is stored raises its version. Returns what is stored. */
  saveTemplate(template: Template): Template;
  /** @throws AppError 'not-found' */
  deleteTemplate(id: string): void;
  /** The bureau's dictionary, else the shipped one. */
  units(): UnitDictionary;
  saveUnits(units: UnitDictionary): void;
  /** Rules switched off and the bureau's own packs. */
  rules(): BureauRules;
  saveRules(rules: BureauRules): void;
  /** All that the checks ask of the bureau. */
  forChecks(): Bureau;
}>;

const unitsName = 'units';
const rulesName = 'rules';

/** What is stored, or null where it is not there or can no longer be read. */
const readJson = <Value>(schema: z.ZodType<Value>, json: string | undefined): Value | null => {
  if (json === undefined) return null;
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    return null;
  }
};

export const createBureauRepo = (db: Database.Database, now: () => number = Date.now): BureauRepo => {
  const selectTemplates = db.prepare<[], string>('SELECT json FROM templates').pluck();
  const selectTemplate = db.prepare<[string], string>('SELECT json FROM templates WHERE id = ?').pluck();
  const putTemplate = db.prepare(
    `INSERT INTO templates (id, json, updated_at) VALUES (:id, :json, :time)
     ON CONFLICT (id) DO UPDATE SET json = :json, updated_at = :time`,
  );
  const removeTemplate = db.prepare('DELETE FROM templates WHERE id = ?');
  const selectSetting = db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck();
  const putSetting = db.prepare(
    'INSERT INTO settings (name, json) VALUES (:name, :json) ON CONFLICT (name) DO UPDATE SET json = :json',
  );
  const guarded = <Value>(work: () => Value): Value => inTransaction(db, work);
  const read = (json: string | undefined): Template | null => readJson(templateSchema, json);

  const units = (): UnitDictionary => {
    const json = guarded(() => selectSetting.get(unitsName));
    return readJson(unitDictionarySchema, json) ?? shippedUnits;
  };
  const rules = (): BureauRules => {
    const json = guarded(() => selectSetting.get(rulesName));
    return readJson(bureauRulesSchema, json) ?? noBureauRules;
  };

  /** Read once, and again behind a change: no other program writes the library. */
  let checks: Bureau | null = null;

  return {
    templates: () =>
      guarded(() => selectTemplates.all())
        .flatMap((json) => read(json) ?? [])
        .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN')),

    saveTemplate: (template) =>
      guarded(() => {
        const stored = read(selectTemplate.get(template.id));
        const same =
          stored && JSON.stringify({ ...stored, version: 0 }) === JSON.stringify({ ...template, version: 0 });
        const next = stored ? { ...template, version: same ? stored.version : stored.version + 1 } : template;
        putTemplate.run({ id: next.id, json: JSON.stringify(next), time: now() });
        return next;
      }),

    deleteTemplate: (id) =>
      guarded(() => {
        if (removeTemplate.run(id).changes === 0)
          throw new AppError('not-found', '这个模板已经不在了。请关闭后重新打开模板列表。');
      }),

    units,
    saveUnits: (units) =>
      guarded(() => {
        putSetting.run({ name: unitsName, json: JSON.stringify(units) });
        checks = null;
      }),
    rules,
    saveRules: (next) =>
      guarded(() => {
        putSetting.run({ name: rulesName, json: JSON.stringify(next) });
        checks = null;
      }),
    forChecks: () => {
      checks ??= { ...rules(), units: ownUnits(units()) };
      return checks;
    },
  };
};

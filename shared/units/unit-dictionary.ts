import { z } from 'zod';
import data from '../../assets/dictionaries/units.json';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { parseResponsibility } from '../recognise/parse-responsibility';
import { hanOf, readName } from './pinyin';

/** Kinds of units, in the order in which documents name them. */
export const unitKinds = [
  'party',
  'government',
  'judicial',
  'mass',
  'institution',
  'vertical',
  'local',
  'enterprise',
  'general',
] as const;
export type UnitKind = (typeof unitKinds)[number];
export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  party: '党委部门',
  government: '政府部门',
  judicial: '法院检察院',
  mass: '群团组织',
  institution: '事业单位',
  vertical: '上级驻市单位',
  local: '县区和园区',
  enterprise: '企业',
  general: '统称',
};

const nameSchema = z.string().min(2).max(40);
const unitSchema = z
  .strictObject({
    /** Full name: 云川市市场监督管理局. */
    name: nameSchema,
    /** What documents write: 市市场监管局. */
    short: nameSchema,
    /** Names it had, and names it should not go by. */
    old: z.array(nameSchema).max(20).optional(),
    kind: z.enum(unitKinds),
    /** Syllables of the short name, one a character. */
    pinyin: z
      .string()
      .regex(/^[a-z]+(?: [a-z]+)*$/)
      .max(300),
  })
  .refine((unit) => hanOf(unit.short).length >= unit.pinyin.split(' ').length, { message: '拼音比简称的字多' });
export type Unit = Readonly<z.infer<typeof unitSchema>>;

/** The units of a city in their order; no two go by the same short name. */
export const unitDictionarySchema = z
  .array(unitSchema)
  .max(2000)
  .superRefine((units, context) => {
    const seen = new Set<string>();
    units.forEach((unit, at) => {
      if (seen.has(unit.short)) context.addIssue({ code: 'custom', path: [at], message: `简称“${unit.short}”重复` });
      seen.add(unit.short);
    });
  });
export type UnitDictionary = readonly Unit[];

/** The shipped dictionary, of the invented city 云川市. */
export const shippedUnits: UnitDictionary = unitDictionarySchema.parse(data);

const asText = (units: UnitDictionary): string => JSON.stringify(units);
const shippedText = asText(shippedUnits);

/** The dictionary as far as checks may hold a text against it: the shipped one is an example and knows no real city. */
export const ownUnits = (units: UnitDictionary): UnitDictionary => (asText(units) === shippedText ? [] : units);

/** What a character is read as, as far as a dictionary knows. */
const syllablesOf = (units: UnitDictionary): ReadonlyMap<string, string> =>
  new Map(
    units.flatMap(({ short, pinyin }) => {
      const read = pinyin.split(' ');
      const characters = hanOf(short);
      return characters.length === read.length
        ? characters.map((character, at) => [character, read[at]!] as const)
        : [];
    }),
  );
const shippedSyllables = syllablesOf(shippedUnits);

/** Syllables of a unit's name, for completion. */
export const pinyinOfUnit = (short: string): string => readName(short, shippedSyllables);

/** A unit as it is offered: by the name that documents write. */
export type OfferedUnit = Readonly<{ name: string; note?: string; pinyin: string }>;

const offered = ({ name, short, old = [], pinyin }: Unit): OfferedUnit => ({
  name: short,
  note: [name, ...old].join(' '),
  pinyin,
});

/** The dictionary as it is offered in forms. */
export const offerUnits = (units: UnitDictionary): OfferedUnit[] => units.map(offered);

/** Units to pick from: those this document names in its unit notes, the most frequent first, then the dictionary. */
export const unitsFor = (document: GovDocument, units: UnitDictionary): OfferedUnit[] => {
  const counts = new Map<string, number>();
  for (const block of document.parts.flatMap(({ children }) => children)) {
    if (block.type !== 'responsibility' || block.children.some(({ placeholder }) => placeholder)) continue;
    const parsed = parseResponsibility(blockText(block));
    for (const name of [...(parsed?.lead ?? []), ...(parsed?.support ?? [])])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const known = new Map(units.map((unit) => [unit.short, unit] as const));
  const used = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name]): OfferedUnit => {
      const unit = known.get(name);
      return unit ? offered(unit) : { name, pinyin: pinyinOfUnit(name) };
    });
  return [...used, ...units.filter(({ short }) => !counts.has(short)).map(offered)];
};

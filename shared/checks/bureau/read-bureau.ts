import type { Block } from '../../document/block';
import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { checkBeside } from '../check-beside';
import { createUnitNames, shippedUnitNames, type UnitNames } from '../rules/names/unit-aliases';
import type { CheckContext, Finding, Severity } from '../types';
import type { Bureau } from './bureau-rules';
import { packChecks } from './pack-checks';
import type { RulePack } from './rule-pack';

type ReadPack = Readonly<{
  pack: RulePack;
  /** Of one block; read again only when the block changes. */
  findings: (block: Block) => readonly Finding[];
  softened: readonly (readonly [string, Severity])[];
}>;

const readPack = (pack: RulePack): ReadPack => {
  const checks = packChecks(pack);
  return {
    pack,
    findings: byBlock((block) => [...checks.flatMap((check) => check.run(block)), ...checkBeside(block, checks)]),
    softened: (pack.soften ?? []).map(({ rule, to }) => [rule, to] as const),
  };
};

const remember = <Key extends object, Value>(read: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    known.set(key, value);
    return value;
  };
};

/** Compiled once for a state of the bureau's settings, which are immutable. */
const readPacks = remember((bureau: Bureau) => bureau.packs.map(readPack));

/** The packs that speak to a document: those for all, and those for its template. */
export const applicablePacks = (bureau: Bureau | undefined, { template }: GovDocument): readonly ReadPack[] =>
  bureau ? readPacks(bureau).filter(({ pack }) => !pack.templates || pack.templates.includes(template?.id ?? '')) : [];

const unitReaders = remember<Bureau, Map<string, UnitNames>>(() => new Map());

/** What the checks have to know of the bureau's units in a document. */
export const readBureau = (
  bureau: Bureau | undefined,
  document: GovDocument,
): Pick<CheckContext, 'unitNames' | 'knownUnits'> => {
  if (!bureau) return { unitNames: shippedUnitNames, knownUnits: [] };
  const packs = applicablePacks(bureau, document);
  const units = [...packs.flatMap(({ pack }) => pack.units ?? []), ...bureau.units];
  if (units.length === 0) return { unitNames: shippedUnitNames, knownUnits: [] };
  const readers = unitReaders(bureau);
  const key = packs.map(({ pack }) => pack.name).join('\n');
  const unitNames = readers.get(key) ?? createUnitNames(units);
  readers.set(key, unitNames);
  return { unitNames, knownUnits: bureau.units.map(({ short }) => short) };
};

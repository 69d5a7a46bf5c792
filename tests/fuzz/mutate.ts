import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random';

/** A whole file to start from. */
export type Specimen = Readonly<{
  name: string;
  bytes: Uint8Array;
  /** What is put around the broken bytes, so that they are read at all: a seal. */
  wrap?: (bytes: Uint8Array) => Promise<Uint8Array>;
}>;

const textSplices = [
  '一、',
  '（一）',
  '1.',
  '（1）',
  '①',
  '第一章',
  '专栏1',
  '附件',
  '附件：1.',
  '（责任单位：',
  '）',
  '〔2026〕5号',
  '\n',
  '\n\n\n',
  '\r',
  '\0',
  '\ufeff',
  '\ud800',
  '&quot;',
  '&#0;',
  '&#x10ffff;',
  '——',
  '“',
  '|',
  '。',
  '，',
  '　　',
  '序号\n1\n2\n3\n',
  '2026年5月1日',
  '（'.repeat(5000),
  '一、'.repeat(3000),
  '1\n'.repeat(3000),
  '附件1\n'.repeat(400),
  '、'.repeat(20_000),
] as const;

const xmlSplices = [
  '<w:p>',
  '</w:p>',
  '<w:r><w:t>',
  '</w:tbl>',
  '<w:tbl><w:tr><w:tc>',
  '<w:ins>',
  '<w:del>',
  '&lol;',
  '&#0;',
  '<![CDATA[',
  '<!--',
  '<?x',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<w:numPr><w:ilvl w:val="9999"/><w:numId w:val="1"/></w:numPr>',
  '<w:gridSpan w:val="999999999"/>',
  '<w:gridSpan w:val="-5"/>',
  '<w:vMerge/>',
  '<w:outlineLvl w:val="-1"/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:altChunk r:id="rId9"/>',
  '<w:basedOn w:val="a"/>',
  '<w:sym w:char="zzzz"/>',
  '<w:tab/>'.repeat(2000),
  '<w:p>'.repeat(400),
  '<w:sdt><w:sdtContent>'.repeat(300),
  '<w:tbl><w:tr><w:tc>'.repeat(60),
  '<w:r><w:t>摊</w:t></w:r>'.repeat(5000),
] as const;

const times = (random: Random, most: number): number => 1 + random.below(most);

const mutateString = (text: string, random: Random, splices: readonly string[]): string => {
  let mutated = text;
  for (let step = times(random, 6); step > 0; step -= 1) {
    const at = random.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + random.below(random.pick([4, 60, 2000])));
    switch (random.below(5)) {
      case 0:
        mutated = mutated.slice(0, at) + mutated.slice(end);
        break;
      case 1:
        mutated = mutated.slice(0, at) + random.pick(splices) + mutated.slice(at);
        break;
      case 2:
        mutated = mutated.slice(0, end) + mutated.slice(at, end).repeat(random.below(4)) + mutated.slice(end);
        break;
      case 3: {
        const other = random.below(mutated.length + 1);
        mutated = mutated.slice(0, at) + mutated.slice(other, other + 500) + mutated.slice(end);
        break;
      }
      default:
        mutated = mutated.slice(0, at) + String.fromCharCode(random.below(0x10000)) + mutated.slice(at + 1);
    }
  }
  return mutated;
};

const mutateBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const mutated = Uint8Array.from(bytes);
  for (let step = times(random, 30); step > 0; step -= 1) mutated[random.below(mutated.length)] = random.below(256);
  return random.below(3) === 0 ? mutated.subarray(0, random.below(mutated.length)) : mutated;
};

const mutateText = (bytes: Uint8Array, random: Random): Uint8Array => {
  const text = mutateString(new TextDecoder().decode(bytes), random, textSplices);
  switch (random.below(4)) {
    case 0:
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 1:
      return mutateBytes(new TextEncoder().encode(text), random);
    default:
      return new TextEncoder().encode(text);
  }
};

const jsonValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  '__proto__',
  '../../etc/passwd',
  '摊'.repeat(100_000),
  [],
  {},
  Array(5000).fill(0),
  { type: 'table', id: 'hostile-1', children: [] },
  { text: '甲', placeholder: { key: '__proto__', kind: 'date' } },
];

/** JSON with values put where others stood, keys taken away or repeated: valid as JSON, and wrong deep inside. */
const mutateJson = (json: unknown, random: Random): unknown => {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(json);
  for (let step = times(random, 4); step > 0 && places.length > 0; step -= 1) {
    const [holder, key] = random.pick(places);
    const [other, otherKey] = random.pick(places);
    switch (random.below(4)) {
      case 0:
        delete holder[key];
        break;
      case 1:
        // A copy: a value inside itself is no JSON.
        holder[key] = structuredClone(other[otherKey]);
        break;
      case 2:
        holder[random.pick(['__proto__x', 'constructor', 'toString', '新'])] = structuredClone(holder[key]);
        break;
      default:
        holder[key] = random.pick(jsonValues);
    }
  }
  return json;
};

const mutateJsonText = (bytes: Uint8Array, random: Random): Uint8Array => {
  if (random.below(4) === 0) return mutateText(bytes, random);
  return strToU8(JSON.stringify(mutateJson(JSON.parse(strFromU8(bytes)), random)) ?? '');
};

/** An entry that an earlier step has broken as JSON stays broken. */
const mutateJsonOnce = (bytes: Uint8Array, random: Random): Uint8Array => {
  try {
    return mutateJsonText(bytes, random);
  } catch {
    return bytes;
  }
};

const mutatePackage = (bytes: Uint8Array, random: Random): Uint8Array => {
  if (random.below(5) === 0) return mutateBytes(bytes, random);
  const entries = unzipSync(bytes);
  for (let step = times(random, 3); step > 0; step -= 1) {
    const name = random.pick(Object.keys(entries));
    const entry = entries[name]!;
    switch (random.below(8)) {
      case 0:
        delete entries[name];
        break;
      case 1:
        entries[
          random.pick(['../../etc/passwd', '/word/document.xml', 'C:\\word\\document.xml', 'word/numbering.xml'])
        ] = entry;
        break;
      case 2:
        entries['_rels/.rels'] = strToU8(
          `<Relationships><Relationship Type="x/officeDocument" TargetMode="External" Target="${random.pick(['file:///etc/passwd', 'http://127.0.0.1/x', '../../x', name])}"/></Relationships>`,
        );
        break;
      case 3:
        entries[name] = new Uint8Array(mutateBytes(entry, random));
        break;
      default:
        entries[name] = name.endsWith('.json')
          ? new Uint8Array(mutateJsonOnce(entry, random))
          : strToU8(mutateString(strFromU8(entry), random, xmlSplices));
    }
    if (Object.keys(entries).length === 0) return new Uint8Array();
  }
  return zipSync(entries, { level: 1 });
};

const mutateAny = (name: string, bytes: Uint8Array, random: Random): Uint8Array => {
  if (/\.(?:txt|csv)$/.test(name)) return mutateText(bytes, random);
  return name.endsWith('.json') ? mutateJsonText(bytes, random) : mutatePackage(bytes, random);
};

/** A broken form of a file, the same for the same random numbers. */
export const mutate = ({ name, bytes }: Specimen, random: Random): Omit<Specimen, 'wrap'> => ({
  name,
  bytes: mutateAny(name, bytes, random),
});

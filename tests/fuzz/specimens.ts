import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seal } from '../../electron/files/seal';
import type { RulePack } from '../../shared/checks/bureau/rule-pack';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { packSealedFile } from '../../shared/file/sealed-file';
import { instantiate } from '../../shared/templates/instantiate';
import { shippedTemplates } from '../../shared/templates/templates';
import { shippedUnits } from '../../shared/units/unit-dictionary';
import { writeUnitsCsv } from '../../shared/units/units-csv';
import { makeDocx, paragraph } from '../fixtures/docx/make-docx';
import { officialDocuments } from '../fixtures/export/official-documents';
import { everyBlock, everyBlockPictures } from '../helpers/every-block';
import type { Specimen } from './mutate';

const listed = (numId: number, level: number): string =>
  paragraph(`摊位${level}`, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** Every part and element that is read, in one small file. */
const everything = (): Uint8Array =>
  makeDocx(
    `${paragraph('云川市早市提升方案', '<w:jc w:val="center"/>')}${listed(1, 0)}${listed(1, 1)}${listed(2, 0)}` +
      '<w:p><w:r><w:t>市商务局</w:t></w:r><w:ins><w:r><w:t>会同</w:t></w:r></w:ins><w:del><w:r><w:delText>单独</w:delText></w:r></w:del><w:r><w:commentReference w:id="1"/></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>' +
      '<w:sdt><w:sdtContent><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p></w:sdtContent></w:sdt>',
    '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="x"/><w:basedOn w:val="a"/></w:style>',
    undefined,
    {
      'word/numbering.xml': [
        'numbering',
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
      ],
      'word/comments.xml': ['comments', `<w:comment w:id="1">${paragraph('再商量')}</w:comment>`],
      'word/header1.xml': ['hdr', paragraph('征求意见稿')],
    },
  );

/** Of all sealed files: what is inside is to be read too. */
export const sealPassword = 'yunchuan-2026';

/** A rule pack with something of everything. */
const rulePack: RulePack = {
  format: 'nigao-rule-pack',
  version: 1,
  name: '云川市市场监督管理局用语',
  date: '2026-03-01',
  templates: ['implementation-opinion', 'measures'],
  terms: [
    { avoid: '早点摊', use: '早餐点', note: '按本局用语', severity: 'should' },
    { avoid: '搞好', use: '' },
  ],
  units: [{ short: '市商务局', old: ['市贸易局', '市经贸委'] }],
  formulas: [{ text: '早市提升三年行动', kind: 'quoted', also: ['早市提升行动'] }],
  soften: [{ rule: 'completeness/goals-thin', to: 'hint' }],
};

/** What the app itself writes and reads back: documents with versions and pictures, templates, lists, settings. */
const ownFiles = async (): Promise<Specimen[]> => {
  const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  const sealed = async (bytes: Uint8Array) => packSealedFile(await seal(bytes, sealPassword));
  const versions = [{ keptAt: 5, reason: 'named', name: '送审稿', document: everyBlock }] as const;
  return [
    { name: 'sealed.nigao', bytes: await sealed(packNigaoFile(everyBlock, everyBlockPictures, versions)) },
    {
      name: 'sealed-inside.nigao',
      bytes: packNigaoFile(everyBlock, everyBlockPictures, versions),
      wrap: sealed,
    },
    { name: 'every-block.nigao', bytes: packNigaoFile(everyBlock, everyBlockPictures, versions) },
    ...shippedTemplates().flatMap((template) => [
      { name: `${template.id}.nigao`, bytes: packNigaoFile(instantiate(template, { city: '云川市' })) },
      { name: `${template.id}.json`, bytes: json(template) },
    ]),
    { name: 'units.csv', bytes: Buffer.from(writeUnitsCsv(shippedUnits)) },
    { name: 'few-units.csv', bytes: Buffer.from(writeUnitsCsv(shippedUnits.slice(0, 4))) },
    { name: 'wide-units.csv', bytes: Buffer.from(`\ufeff${writeUnitsCsv(shippedUnits.slice(0, 9))}`, 'utf16le') },
    { name: 'whole.rules.json', bytes: json(rulePack) },
    { name: 'least.rules.json', bytes: json({ format: 'nigao-rule-pack', version: 1, name: '空' }) },
    {
      name: 'settings.json',
      bytes: json({
        backupFolder: '/media/stick/备份',
        lockAfter: 10,
        lockPassword: { salt: 'MDEyMzQ1Njc4OTAxMjM0NQ==', hash: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=' },
      }),
    },
    {
      name: 'data-folder.json',
      bytes: json({ folder: '/srv/nigao', isNetwork: true, before: { folder: null, isCopy: true, isNetwork: false } }),
    },
    {
      name: 'window.json',
      bytes: json({ x: 10, y: 10, width: 1280, height: 800, isMaximized: false, background: '#eef0f3' }),
    },
  ];
};

/** Which of the files are to be broken: what strangers send, or what the app itself writes. */
export const loadSpecimens = (kind: 'foreign' | 'own'): Promise<Specimen[]> =>
  kind === 'own' ? ownFiles() : loadForeign();

/** Files to break: our own fixtures and exports, and the real documents beside the checkout where they are. */
const loadForeign = async (): Promise<Specimen[]> => {
  const fixtures = resolve(import.meta.dirname, '../fixtures/recognise');
  const shared = resolve(import.meta.dirname, '../../../shared');
  const folders = [fixtures, join(shared, 'seeds'), join(shared, 'corpus/docx')].filter((folder) => existsSync(folder));
  const read = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|docx)$/.test(name))
      .sort()
      .map((name): Specimen => ({ name, bytes: readFileSync(join(folder, name)) })),
  );
  const exported: Specimen[] = [];
  for (const [name, { document, options }] of Object.entries(officialDocuments)) {
    const { bytes } = await buildDocx(document, options);
    exported.push({ name: `${name}.docx`, bytes });
  }
  return [{ name: 'everything.docx', bytes: everything() }, ...read, ...exported];
};

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import { maxSourceBytes } from '../../../shared/file/limits';
import { packNigaoFile } from '../../../shared/file/nigao-file';
import { AppError } from '../../../shared/ipc/app-error';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const text = strToU8('云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。');
const docx = makeDocx(paragraph('云川市推进标准化工作实施方案') + paragraph('一、工作目标'));
const draft = instantiate(shippedTemplates()[0]!, {});

const refusal = (name: string, bytes: Uint8Array): string => {
  try {
    readSource(name, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('file');
    return (error as AppError).message;
  }
  throw new Error('was read');
};

const latin1 = (start: string, length = 200) =>
  Uint8Array.from({ length }, (_, index) => (index < start.length ? start.charCodeAt(index) : index % 251));

describe('reading a source', () => {
  it('goes by content and not by name', () => {
    expect(readSource('方案.docx.txt', docx).kind).toBe('recognised');
    expect(readSource('文稿.docx', packNigaoFile(draft))).toEqual({
      kind: 'document',
      pictures: new Map(),
      versions: [],
      document: draft,
    });
    expect(readSource('方案', text).kind).toBe('recognised');
  });

  it('recognises a text with its lines', () => {
    const source = readSource('方案.txt', text);
    if (source.kind !== 'recognised') throw new Error(source.kind);
    const [title, goals] = source.recognition.document.parts[0]!.children;
    expect([title?.type, source.recognition.lines.get(goals!.id)]).toEqual(['title', 2]);
  });

  it('reports with the doubts what of a Word file was not read', () => {
    const picture = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>';
    const source = readSource('方案.docx', makeDocx(paragraph('云川市推进标准化工作实施方案') + picture));
    if (source.kind !== 'recognised') throw new Error(source.kind);
    expect(source.recognition.doubts[0]?.message).toContain('图片没有读入');
  });

  it('refuses more paragraphs than any document may have before it recognises them', () => {
    expect(refusal('a.txt', strToU8('摊位\n'.repeat(60_001)))).toContain('最多 2 万段');
  });

  it.each<[string, string, Uint8Array, string]>([
    ['an empty file', 'a.txt', new Uint8Array(), '文件是空的'],
    ['blank text', 'a.txt', strToU8(' \r\n\t\r\n'), '没有文字'],
    ['a Word file without text', 'a.docx', makeDocx(paragraph('')), '没有文字'],
    ['a picture renamed .txt', 'a.txt', latin1('\x89PNG\r\n\x1a\n'), '这是图片'],
    ['a photo renamed .txt', 'a.txt', latin1('\xff\xd8\xff\xe0'), '这是图片'],
    ['a PDF', 'a.pdf', latin1('%PDF-1.7'), 'PDF'],
    ['an old Word file', 'a.doc', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), '另存为 .docx'],
    ['a WPS file', 'a.wps', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), '另存为 .docx'],
    ['rich text', 'a.doc', strToU8('{\\rtf1 abc}'), '另存为 .docx'],
    ['a web page', 'a.txt', strToU8('<!DOCTYPE html><html></html>'), '网页'],
    ['a spreadsheet', 'a.xlsx', zipSync({ '[Content_Types].xml': text, 'xl/workbook.xml': text }), 'Excel'],
    ['an OFD', 'a.ofd', zipSync({ 'OFD.xml': text }), 'OFD'],
    ['a truncated Word file', 'a.docx', docx.subarray(0, docx.length - 30), '不完整或已损坏'],
    ['a truncated draft', 'a.nigao', packNigaoFile(draft).subarray(0, 900), '不完整或已损坏'],
    ['a broken Word file', 'a.docx', latin1('云', 300), '已损坏'],
    ['random bytes', 'a.txt', Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256), '不是文字文件'],
  ])('refuses %s with a sentence', (_, name, bytes, sentence) => {
    const message = refusal(name, bytes);
    expect(message).toContain(sentence);
    expect(message).toMatch(/。$/);
  });

  it('says of an encrypted Word file that it has a password', () => {
    const name = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);
    const bytes = Uint8Array.from([...latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), ...name]);
    expect(refusal('a.docx', bytes)).toContain('密码');
  });

  it('refuses a text of more paragraphs than a document may hold', () => {
    const text = new TextEncoder().encode('推进社区养老服务。\n\n'.repeat(20_001));
    expect(() => readSource('长稿.txt', text)).toThrow('2 万段');
  });

  it('refuses a file over the limit and says how large it is', () => {
    expect(refusal('a.txt', new Uint8Array(maxSourceBytes + 1))).toMatch(/21 MB，超过可读取的 20 MB/);
  });
});

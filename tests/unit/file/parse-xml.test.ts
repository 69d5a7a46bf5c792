import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { maxXmlDepth } from '../../../shared/file/limits';
import { parseXml, type XmlElement, XmlLimitError } from '../../../shared/file/parse-xml';

const element = (
  name: string,
  attributes: Record<string, string>,
  ...children: XmlElement['children']
): XmlElement => ({
  name,
  attributes,
  children,
});

describe('parsing XML', () => {
  it('gives elements and attributes without their prefixes, text in order with entities decoded', () => {
    const text =
      '<?xml version="1.0"?>\n<w:p xmlns:w="urn:w"  w:val = \'甲 &amp; 乙\'><w:t>“&#20113;&#x5DDD;”&lt;</w:t><w:tab/>尾</w:p>\n';
    expect(parseXml(text)).toEqual(
      element('p', { val: '甲 & 乙' }, element('t', {}, '“云川”<'), element('tab', {}), '尾'),
    );
  });

  it('passes over comments and processing instructions and keeps character data as it is', () => {
    expect(parseXml('<!-- <a> --><a><?b c?>甲<!-- - --><![CDATA[<b>&amp;]]></a>')).toEqual(
      element('a', {}, '甲', '<b>&amp;'),
    );
  });

  it('takes a > inside an attribute for what it is', () => {
    expect(parseXml('<a b="1 > 0"><c d=">"/></a>')).toEqual(element('a', { b: '1 > 0' }, element('c', { d: '>' })));
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '</>',
    '<a></a></a>',
    '<a b></a>',
    '<a b="c></a>',
    '<a b="1"c="2"/>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<a',
    '<',
    '< a/>',
    '<!DOCTYPE a><a/>',
    '<!doctype a [<!ENTITY x "y">]><a>&x;</a>',
  ])('refuses %j', (text) => {
    expect(() => parseXml(text)).toThrow();
  });

  it('refuses more nesting than any real file has while it is read', () => {
    expect(() => parseXml('<a>'.repeat(maxXmlDepth + 1))).toThrow(XmlLimitError);
    expect(parseXml('<a>'.repeat(maxXmlDepth) + '</a>'.repeat(maxXmlDepth)).name).toBe('a');
  });

  it('agrees with a validating parser on what is well-formed', () => {
    const piece = fc.constantFrom('<a>', '</a>', '<b c="1">', '</b>', '<d/>', '文', ' ', '<!--x-->', '&amp;');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `<r>${pieces.join('')}</r>`;
        let read = true;
        try {
          parseXml(text);
        } catch {
          read = false;
        }
        expect(read).toBe(XMLValidator.validate(text) === true);
      }),
      { numRuns: 500 },
    );
  });
});

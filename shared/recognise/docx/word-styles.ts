import { childOf, childrenOf, isOn, type XmlElement } from '../../file/parse-xml';

/** Numbering a paragraph takes part in: the list and its level (0 the highest). */
export type ListPlace = Readonly<{ numId: string; level: number }>;

/** What a style says about structure and face, what it is based on included. */
export type WordStyle = Readonly<{
  name: string;
  outline: number | null;
  list: ListPlace | null;
  bold: boolean | null;
  face: string | null;
  /** Its words are hidden. */
  hidden: boolean | null;
}>;

/** Styles that are based on each other in a circle end here. */
const mostAncestors = 20;

const numberOf = (element: XmlElement | undefined): number | null => {
  const value = Number.parseInt(element?.attributes.val ?? '', 10);
  return Number.isNaN(value) ? null : value;
};

/** Outline level 0 (highest) to 8 of paragraph properties; body text (9) and none are null. */
export const readOutline = (properties: XmlElement | undefined): number | null => {
  const level = numberOf(childOf(properties, 'outlineLvl'));
  return level !== null && level >= 0 && level <= 8 ? level : null;
};

/** `numPr` of paragraph properties; `numId` may be missing where a style gives it. */
export const readListPlace = (
  properties: XmlElement | undefined,
): Readonly<{ numId: string | null; level: number | null }> | null => {
  const list = childOf(properties, 'numPr');
  if (!list) return null;
  return { numId: childOf(list, 'numId')?.attributes.val ?? null, level: numberOf(childOf(list, 'ilvl')) };
};

/** Whether properties of a run say bold; null where they say nothing. */
export const readBold = (properties: XmlElement | undefined): boolean | null =>
  childOf(properties, 'b') ? isOn(properties, 'b') : null;

/** Whether properties of a run say hidden; null where they say nothing. */
export const readHidden = (properties: XmlElement | undefined): boolean | null =>
  childOf(properties, 'vanish') ? isOn(properties, 'vanish') : null;

/** The face of Chinese characters that properties of a run name; null where they name none. */
export const readFace = (properties: XmlElement | undefined): string | null => {
  const { eastAsia, eastAsiaTheme } = childOf(properties, 'rFonts')?.attributes ?? {};
  return eastAsia ?? eastAsiaTheme ?? null;
};

/**
 * Styles by id from the root of word/styles.xml.
 * @param levelOfStyle level of the list whose definition names the style, where the style itself does not say
 */
export const readWordStyles = (
  root: XmlElement | undefined,
  levelOfStyle: (numId: string, styleId: string) => number | null,
): ReadonlyMap<string, WordStyle> => {
  const elements = new Map(
    childrenOf(root, 'style').flatMap((style) => {
      const id = style.attributes.styleId;
      return id === undefined ? [] : [[id, style] as const];
    }),
  );
  const inherited = <Value>(id: string, read: (style: XmlElement, id: string) => Value | null): Value | null => {
    let at: string | undefined = id;
    for (let step = 0; at !== undefined && step < mostAncestors; step += 1) {
      const style: XmlElement | undefined = elements.get(at);
      if (!style) return null;
      const value = read(style, at);
      if (value !== null) return value;
      at = childOf(style, 'basedOn')?.attributes.val;
    }
    return null;
  };
  return new Map(
    [...elements].map(([id, style]) => [
      id,
      {
        name: childOf(style, 'name')?.attributes.val ?? id,
        outline: inherited(id, (each) => readOutline(childOf(each, 'pPr'))),
        list: inherited(id, (each, at) => {
          const place = readListPlace(childOf(each, 'pPr'));
          if (!place?.numId) return null;
          return { numId: place.numId, level: place.level ?? levelOfStyle(place.numId, at) ?? 0 };
        }),
        bold: inherited(id, (each) => readBold(childOf(each, 'rPr'))),
        face: inherited(id, (each) => readFace(childOf(each, 'rPr'))),
        hidden: inherited(id, (each) => readHidden(childOf(each, 'rPr'))),
      },
    ]),
  );
};

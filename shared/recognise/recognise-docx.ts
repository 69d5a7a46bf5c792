import { placeFootnotes } from './place-footnotes';
import { placeLooks } from './place-looks';
import { placePictures } from './place-pictures';
import type { DocxContent } from './read-docx';
import { recogniseParagraphs } from './recognise';
import { takeOwnFields } from './take-own-fields';
import { takePictureCaptions } from './take-picture-captions';
import { takeTableCaptions } from './take-table-captions';
import type { Doubt, Recognition, SourceParagraph } from './types';

/** What was made of a Word file, and the paragraphs it was made from. */
export type DocxRecognition = Readonly<{ recognition: Recognition; paragraphs: readonly SourceParagraph[] }>;

/** The block that stands on a line of the source, for doubts about what was not read there. */
const withBlocks = (doubts: readonly Doubt[], { lines }: Recognition): Doubt[] => {
  const byLine = new Map([...lines].map(([id, line]) => [line, id] as const));
  return doubts.map((doubt) => ({ ...doubt, blockId: doubt.blockId ?? byLine.get(doubt.line) ?? null }));
};

const comments = (paragraphs: readonly SourceParagraph[]): Doubt[] =>
  paragraphs.flatMap(({ line, marks = [] }) =>
    marks
      .filter(({ kind }) => kind === 'comment')
      .map(({ by, text }) => ({
        line,
        blockId: null,
        message: `第${line}段：有批注“${by && `${by}：`}${text}”。`,
        marked: true as const,
      })),
  );

/** Recognises what `readDocx` has read: captions, footnotes and pictures in their places, what is no text set aside. */
export const recogniseDocx = ({ paragraphs: read, notRead, aside }: DocxContent): DocxRecognition => {
  // To recognition a picture is a blank line.
  const { paragraphs: text, fields } = takeOwnFields(read);
  const paragraphs = takePictureCaptions(takeTableCaptions(text));
  const words = placeLooks(placeFootnotes(recogniseParagraphs(paragraphs), paragraphs), paragraphs);
  const recognition = placePictures(words, paragraphs);
  const { document, doubts } = recognition;
  return {
    recognition: {
      ...recognition,
      doubts: [...withBlocks(notRead, recognition), ...comments(paragraphs), ...doubts].sort((a, b) => a.line - b.line),
      document: {
        ...document,
        meta: { ...document.meta, ...fields },
        setAside: [...document.setAside, ...aside].sort((a, b) => a.line - b.line),
      },
    },
    paragraphs,
  };
};

import { byBlock } from '../../document/by-block';
import { blockText } from '../../document/plain-text';
import { fold } from './fold';

/** A block's text folded for matching (`fold`): offsets in it hold for the text itself. */
export const foldedText = byBlock((block) => fold(blockText(block)));

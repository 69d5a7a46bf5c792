import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

/** What other programs leave where a character was lost: �, a private one that no font has, ? between digits. */
const pattern = /\S?(?:\ufffd|[\ue000-\uf8ff])\S?|\d+[?？]\d+/g;

export const lostCharacters = patternCheck({
  id: 'completeness/lost-characters',
  severity: 'should',
  source: sources.revision,
  title: '没有复制时丢失的字',
  examples: { right: '结合“3·15”国际消费者权益日开展宣传。', wrong: '结合“3?15”国际消费者权益日开展宣传。' },
  pattern,
  judge: ([text]) => ({
    message: `“${text.replace(/[\ufffd\ue000-\uf8ff]/g, '□')}”里有一个字像是复制时丢失的，请对照原稿补上。`,
  }),
});

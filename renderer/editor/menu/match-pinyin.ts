/** What is offered under a name. */
export type Named = Readonly<{
  name: string;
  note?: string;
  /** Syllables of its name, with a space between. */
  pinyin: string;
}>;

/** Whether it answers to what was typed: part of its name, or its pinyin or initials from any syllable on. */
export const matches = ({ name, note = '', pinyin }: Named, query: string): boolean => {
  const typed = query.toLowerCase().replace(/['’\s]/g, '');
  if (typed === '' || name.toLowerCase().includes(typed) || note.includes(typed)) return true;
  const syllables = pinyin.split(' ');
  return (
    syllables
      .map((one) => one[0])
      .join('')
      .includes(typed) || syllables.some((_, at) => syllables.slice(at).join('').startsWith(typed))
  );
};

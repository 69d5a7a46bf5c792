const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new id for a block, part, box or document: 12 random characters, unique within any document we can hold. */
export const createId = (): string => {
  let id = '';
  for (let index = 0; index < 12; index += 1) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  return id;
};

/** A clipboard that holds what is put into it, beginning with a plain text. */
export const clipboard = (text = ''): DataTransfer => {
  const held = new Map([['text/plain', text]]);
  return {
    getData: (format: string) => held.get(format) ?? '',
    setData: (format: string, data: string) => held.set(format, data),
  } as unknown as DataTransfer;
};

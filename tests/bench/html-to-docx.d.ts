/** The package brings no types. */
declare module 'html-to-docx' {
  const htmlToDocx: (html: string) => Promise<Uint8Array>;
  export = htmlToDocx;
}

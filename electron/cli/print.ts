/** One line for programs, or a report for people, on stdout. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
/** A message for people on stderr. */
export const complain = (text: string): void => void process.stderr.write(`${text}\n`);

import { extname, resolve } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';

const handedOverSchema = z.object({ files: z.array(z.string()) });
const openable: ReadonlySet<string> = new Set(['.nigao', '.txt', '.docx']);

/** Documents among the arguments of a start, as absolute paths. */
export const filesFromArguments = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && openable.has(extname(argument).toLowerCase()))
    .map((argument) => resolve(folder, argument));

/**
 * Makes this the only running app on its data folder. A second start hands its files to the first and has to end.
 * @param onSecondStart called in the first app with the files of the second, none when it was started without
 * @returns false in the second app
 */
export const claimSingleInstance = (
  files: readonly string[],
  onSecondStart: (files: readonly string[]) => void,
): boolean => {
  const isFirst = app.requestSingleInstanceLock({ files });
  if (isFirst)
    app.on('second-instance', (_event, _argv, _folder, data) => {
      const handedOver = handedOverSchema.safeParse(data);
      onSecondStart(handedOver.success ? handedOver.data.files : []);
    });
  return isFirst;
};

import { answerOutline } from '../../shared/cli/answer-outline';
import { eachFile } from './each-file';
import type { Command } from './parse-arguments';
import { print } from './print';
import { reportOutline } from './report';

/** `nigao outline`. @returns the exit code. */
export const outlineFiles = async (command: Extract<Command, { name: 'outline' }>): Promise<number> => {
  const well = await eachFile(command, (file, recognition) => {
    const answer = answerOutline(file, recognition);
    print(command.json ? JSON.stringify(answer) : reportOutline(answer));
  });
  return well ? 0 : 3;
};

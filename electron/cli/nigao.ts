import { answerCheck } from '../../shared/cli/answer-check';
import { answerOutline } from '../../shared/cli/answer-outline';
import type { TemplateAnswer } from '../../shared/cli/answers';
import { AppError } from '../../shared/ipc/app-error';
import { templates } from '../../shared/templates/templates';
import { complain, eachFile, print } from './each-file';
import { newDraft } from './new-draft';
import { type Command, parseArguments } from './parse-arguments';
import { reportCheck, reportOutline } from './report';
import { UsageError, usage } from './usage';

/** @returns the exit code: 0 fine, 1 findings of severity must, 3 a file could not be read or written. */
const runCommand = async (command: Command): Promise<number> => {
  switch (command.name) {
    case 'help':
      print(usage);
      return 0;
    case 'outline': {
      const well = await eachFile(command.files, (file, recognition) => {
        const answer = answerOutline(file, recognition);
        print(command.json ? JSON.stringify(answer) : reportOutline(answer));
      });
      return well ? 0 : 3;
    }
    case 'check': {
      let musts = 0;
      const well = await eachFile(command.files, (file, recognition) => {
        const answer = answerCheck(file, recognition, command);
        musts += answer.counts.must;
        print(command.json ? JSON.stringify(answer) : reportCheck(answer));
      });
      return !well ? 3 : musts > 0 ? 1 : 0;
    }
    case 'export': {
      // The Word library is loaded only where it is needed: the other commands start faster without it.
      const { exportFiles } = await import('./export-files');
      return exportFiles(command);
    }
    case 'new':
      return newDraft(command);
    case 'templates':
      for (const { id, genre, name } of templates) {
        const answer: TemplateAnswer = { id, genre, name };
        print(command.json ? JSON.stringify(answer) : `${id}  ${name}`);
      }
      return 0;
  }
};

const explain = (error: unknown): number => {
  if (error instanceof UsageError) {
    complain(`nigao：${error.message}\n\n${usage}`);
    return 2;
  }
  complain(`nigao：${error instanceof AppError ? error.message : String(error)}`);
  return 3;
};

// A reader that stops early (`nigao … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await runCommand(parseArguments(process.argv.slice(2)));
} catch (error) {
  process.exitCode = explain(error);
}

import { config } from 'zod';
import { AppError } from '../../shared/ipc/app-error';
import { type Command, parseArguments } from './parse-arguments';
import { complain, print } from './print';
import { UsageError, usage } from './usage';

/** @returns the exit code: 0 fine, 1 findings of severity must, 3 a file could not be read or written. */
const runCommand = async (command: Command): Promise<number> => {
  switch (command.name) {
    case 'help':
      print(usage);
      return 0;
    // Each command loads what it needs and no more: the whole program takes longer to load than a document to export.
    case 'outline':
      return (await import('./outline-files')).outlineFiles(command);
    case 'check':
      return (await import('./check-files')).checkFiles(command);
    case 'export':
      return (await import('./export-files')).exportFiles(command);
    case 'new':
      return (await import('./new-draft')).newDraft(command);
    case 'templates':
      (await import('./list-templates')).listTemplates(command.json);
      return 0;
  }
};

// Each schema is used once: compiling it would take longer than the file.
config({ jitless: true });

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

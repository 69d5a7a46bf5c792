import { ruleSetOf } from '../ipc/rule-set';
import type { Services } from '../ipc/services';

/** Milliseconds between two looks at the rules, and between two documents: the engine has other work as well. */
const look = 3000;
const rest = 200;
/** So many documents are asked for, and told of, at a time. */
const batch = 50;

/**
 * Checks again, one document after the other, what the library lists with the figures of other rules: after the
 * bureau changed its rules or units, and after an update of the app.
 * @param onChecked told which documents have new figures
 * @returns how to stop
 */
export const scheduleRechecks = (
  services: Pick<Services, 'documents' | 'bureau' | 'engine' | 'log' | 'version'>,
  onChecked: (ids: readonly string[]) => void,
): (() => void) => {
  let timer: NodeJS.Timeout;
  let stopped = false;
  /** The rules by which all that can be checked has been. */
  let doneBy = '';
  let waiting: string[] = [];
  let checked: string[] = [];
  /** One that cannot be read must not hold up the others, nor be tried again and again. */
  const failed = new Set<string>();

  const tell = (): void => {
    if (checked.length > 0) onChecked(checked);
    checked = [];
  };
  const recheck = async (id: string, rules: string): Promise<void> => {
    try {
      const { document, revision } = services.documents().open(id);
      services.documents().storeSummary(id, revision, await services.engine.summarise(document), rules);
      checked.push(id);
    } catch (error) {
      failed.add(id);
      services.log.error('checking again', error);
    }
  };
  /** Does one document. True while there are more. */
  const step = async (): Promise<boolean> => {
    const rules = ruleSetOf(services);
    if (rules === doneBy) return false;
    if (waiting.length === 0) {
      tell();
      waiting = services
        .documents()
        .checkedOtherwise(rules, batch + failed.size)
        .filter((id) => !failed.has(id));
    }
    const id = waiting.shift();
    if (id === undefined) {
      doneBy = rules;
      return false;
    }
    await recheck(id, rules);
    return true;
  };
  const again = (time: number): void => {
    if (!stopped) timer = setTimeout(() => void next(), time).unref();
  };
  const next = async (): Promise<void> => {
    try {
      again((await step()) ? rest : look);
    } catch (error) {
      // A library closed meanwhile, or one the disk refuses: whoever uses it next is told.
      services.log.error('checking again stopped', error);
    }
  };
  again(look);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

import { basename } from 'node:path';
import type { Superior } from '../../../shared/document/superior';
import { AppError } from '../../../shared/ipc/app-error';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type PlanChannel = Extract<keyof Handlers, `plan:${string}`>;

/** What a plan is held against: superior documents are read, nothing of them is stored. */
export const planHandlers = (services: Services): Pick<Handlers, PlanChannel> => ({
  'plan:superiors': async () => {
    const superiors: Superior[] = [];
    const failed: { file: string; message: string }[] = [];
    for (const path of await services.desktop.askOpenPaths('superiors')) {
      try {
        superiors.push(await services.engine.readSuperior({ path }));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failed.push({ file: basename(path), message: error.message });
      }
    }
    return { superiors, failed };
  },
});

import type { PlanFile } from '../../../../shared/ipc/contract';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import { call } from '../../../ipc/client';
import type { Session } from './use-session';

const names: Readonly<Record<PlanFile, string>> = {
  'table-docx': '任务分工表',
  'table-xlsx': '任务分工表',
  countersign: '会签单',
  'indicators-docx': '指标表',
  'indicators-xlsx': '指标表',
  'superior-docx': '贯彻落实对照表',
  'superior-xlsx': '贯彻落实对照表',
  'coverage-docx': '目标任务覆盖表',
  'coverage-xlsx': '目标任务覆盖表',
  'drafting-note': '起草说明',
  interpretation: '政策解读',
};

/** Writes what follows from the plan, of the text as it stands now, and says where it is. */
export const exportPlan = (id: string, { saving }: Pick<Session, 'saving'>, file: PlanFile): void =>
  void saving
    .flush()
    .then(() => call('export:plan', { id, file }))
    .then(({ path }) => path && say(`已导出${names[file]}：${path}`))
    .catch((error) => sayError(error));

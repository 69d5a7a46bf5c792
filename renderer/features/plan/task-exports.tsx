import type { PlanFile } from '../../../shared/ipc/contract';
import { TableExports } from './table-exports';

type TaskExportsProps = Readonly<{
  onExport(file: PlanFile): void;
  onSuperiors(): void;
  onCoverage(): void;
  onTimes(): void;
  onDrafts(): void;
}>;

/** What follows from the tasks beyond this panel: files, and the tables they are held against. */
export const TaskExports = ({ onExport, onSuperiors, onCoverage, onTimes, onDrafts }: TaskExportsProps) => (
  <fieldset className="plan-exports" aria-label="导出和对照">
    <TableExports table="table" name="分工表" onExport={onExport} />
    <button type="button" className="btn" onClick={() => onExport('countersign')}>
      各单位会签单
    </button>
    <button type="button" className="btn" onClick={onCoverage}>
      覆盖情况
    </button>
    <button type="button" className="btn" onClick={onTimes}>
      时间线
    </button>
    <button type="button" className="btn" onClick={onSuperiors}>
      与上级文件对照
    </button>
    <button type="button" className="btn" onClick={onDrafts}>
      起草说明和政策解读
    </button>
  </fieldset>
);

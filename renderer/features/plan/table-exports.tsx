import type { PlanFile } from '../../../shared/ipc/contract';

/** A table that follows from a plan and is written both ways. */
type Table = PlanFile extends infer File ? (File extends `${infer Name}-docx` ? Name : never) : never;

const kinds = [
  { kind: 'docx', program: 'Word' },
  { kind: 'xlsx', program: 'Excel' },
] as const;

type TableExportsProps = Readonly<{
  table: Table;
  name: string;
  disabled?: boolean;
  onExport(file: PlanFile): void;
}>;

/** The buttons that write a table as a Word file and as a workbook. */
export const TableExports = ({ table, name, disabled = false, onExport }: TableExportsProps) =>
  kinds.map(({ kind, program }) => (
    <button key={kind} type="button" className="btn" disabled={disabled} onClick={() => onExport(`${table}-${kind}`)}>
      {name}（{program}）
    </button>
  ));

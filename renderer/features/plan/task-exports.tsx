import type { TaskFile } from '../../../shared/ipc/contract';

const files: readonly Readonly<{ file: TaskFile; name: string }>[] = [
  { file: 'table-docx', name: '分工表（Word）' },
  { file: 'table-xlsx', name: '分工表（Excel）' },
  { file: 'countersign', name: '各单位会签单' },
];

export const TaskExports = ({ onExport }: { onExport(file: TaskFile): void }) => (
  <fieldset className="plan-exports" aria-label="导出">
    {files.map(({ file, name }) => (
      <button key={file} type="button" className="btn" onClick={() => onExport(file)}>
        {name}
      </button>
    ))}
  </fieldset>
);

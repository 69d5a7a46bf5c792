import { Menu } from '@base-ui/react/menu';
import type { ReviewKind } from '../../../shared/ipc/contract';

/** 核稿单 as a Word file, as data, and a copy of the draft with the findings as comments. */
export const ReportButtons = ({ onReport }: { onReport(kind: ReviewKind): void }) => (
  <>
    <button type="button" className="btn" onClick={() => onReport('docx')}>
      导出核稿单
    </button>
    <Menu.Root modal={false}>
      <Menu.Trigger className="btn btn-icon" aria-label="其他导出" title="其他导出">
        ⋯
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4}>
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => onReport('comments')}>
              导出批注稿（Word）…
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => onReport('json')}>
              导出核稿数据（.json）…
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  </>
);

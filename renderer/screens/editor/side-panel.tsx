import { Tabs } from '@base-ui/react/tabs';
import { memo, type ReactElement } from 'react';
import { Icon } from '../../app/ui/icon';

/** The tabs beside the paper. */
export type SideTab = 'findings' | 'review' | 'guidance' | 'leftovers' | 'indicators' | 'tasks' | 'versions';

type SidePanelProps = Readonly<{
  tab: SideTab;
  onTab(tab: SideTab): void;
  /** Null before the first check. */
  findings: ReactElement | null;
  /** 写作提示, where there is a template and it is wanted. */
  guidance: ReactElement | null;
  /** What an earlier text has left behind, where the document was begun from one. */
  leftovers: ReactElement | null;
  /** What is to be looked at in a text that was read from a file. */
  review: ReactElement | null;
  /** 指标: the indicators of the text. */
  indicators: ReactElement;
  /** 分工: the tasks with their units. */
  tasks: ReactElement;
  versions: ReactElement;
  onFold(): void;
}>;

/** What stands beside the paper: the checks, guidance for the part being written where the template has it, and versions. */
export const SidePanel = memo((props: SidePanelProps) => {
  const { tab, onTab, findings, guidance, leftovers, review, indicators, tasks, versions, onFold } = props;
  const panels: Readonly<Partial<Record<SideTab, ReactElement | null>>> = { guidance, leftovers, review };
  const shown = panels[tab] === null ? 'findings' : tab;
  return (
    <aside className="workspace-right" aria-label="检查与提示">
      <Tabs.Root className="side-tabs" value={shown} onValueChange={onTab}>
        <div className="side-tab-bar">
          <Tabs.List className="side-tab-list">
            <Tabs.Tab className="side-tab" value="findings">
              检查
            </Tabs.Tab>
            {guidance && (
              <Tabs.Tab className="side-tab" value="guidance" aria-label="写作提示" title="写作提示">
                提示
              </Tabs.Tab>
            )}
            {review && (
              <Tabs.Tab className="side-tab" value="review">
                待核对
              </Tabs.Tab>
            )}
            {leftovers && (
              <Tabs.Tab className="side-tab" value="leftovers" aria-label="旧稿遗留" title="旧稿遗留">
                遗留
              </Tabs.Tab>
            )}
            <Tabs.Tab className="side-tab" value="indicators">
              指标
            </Tabs.Tab>
            <Tabs.Tab className="side-tab" value="tasks">
              分工
            </Tabs.Tab>
            <Tabs.Tab className="side-tab" value="versions">
              版本
            </Tabs.Tab>
          </Tabs.List>
          <span className="spacer" />
          <button
            type="button"
            className="btn btn-ghost btn-icon"
            aria-label="收起右栏"
            title="收起右栏"
            onClick={onFold}
          >
            <Icon name="panel" />
          </button>
        </div>
        <Tabs.Panel className="side-panel" value="findings">
          {findings ?? <p className="findings-none">正在检查…</p>}
        </Tabs.Panel>
        {guidance && (
          <Tabs.Panel className="side-panel" value="guidance">
            {guidance}
          </Tabs.Panel>
        )}
        {review && (
          <Tabs.Panel className="side-panel" value="review">
            {review}
          </Tabs.Panel>
        )}
        {leftovers && (
          <Tabs.Panel className="side-panel" value="leftovers">
            {leftovers}
          </Tabs.Panel>
        )}
        <Tabs.Panel className="side-panel" value="indicators">
          {indicators}
        </Tabs.Panel>
        <Tabs.Panel className="side-panel" value="tasks">
          {tasks}
        </Tabs.Panel>
        <Tabs.Panel className="side-panel" value="versions">
          {versions}
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
});

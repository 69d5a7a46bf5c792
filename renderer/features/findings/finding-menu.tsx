import { Menu } from '@base-ui/react/menu';
import type { Finding } from '../../../shared/checks/types';

/** What can be done about the rule behind a finding. */
export type RuleActions = Readonly<{
  /** Shows only findings of the rule. */
  only(rule: string): void;
  /** Shows the rule with its examples. */
  explain(rule: string): void;
  /** Does without the rule here, or in the whole bureau; not given where nothing can be changed. */
  switchOff?(rule: string, by: 'document' | 'bureau'): void;
}>;

/** Behind a finding: its rule, which can be looked at alone, read, or switched off. */
export const FindingMenu = ({ finding, actions }: { readonly finding: Finding; readonly actions: RuleActions }) => {
  const { rule, source } = finding;
  const { switchOff } = actions;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="link finding-more" aria-label="这条规则" title="这条规则">
        ⋯
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => actions.explain(rule)}>
              看规则和例子
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => actions.only(rule)}>
              只看这条规则
            </Menu.Item>
            {switchOff && <div className="menu-line" />}
            {switchOff &&
              (source.tier === 'regulation' ? (
                <Menu.Item className="menu-item" disabled>
                  条例的要求，不能停用
                </Menu.Item>
              ) : (
                <>
                  <Menu.Item className="menu-item" onClick={() => switchOff(rule, 'document')}>
                    本文稿停用
                  </Menu.Item>
                  <Menu.Item className="menu-item" onClick={() => switchOff(rule, 'bureau')}>
                    本单位停用
                  </Menu.Item>
                </>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

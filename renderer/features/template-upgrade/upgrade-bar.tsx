import type { NewerTemplate } from './use-newer-template';
import './template-upgrade.css';

type UpgradeBarProps = Readonly<{ newer: NewerTemplate; onOpen(): void; onLater(): void }>;

/** Says that the template has moved on, and leads to the differences. */
export const UpgradeBar = ({ newer, onOpen, onLater }: UpgradeBarProps) => (
  <div className="upgrade-bar" role="status">
    <span>
      模板“{newer.to.name}”已更新到第 {newer.to.version} 版，本稿用的是第 {newer.from.version} 版。
    </span>
    <button type="button" className="link" onClick={onOpen}>
      查看差别
    </button>
    <button type="button" className="link" onClick={onLater}>
      以后再说
    </button>
  </div>
);

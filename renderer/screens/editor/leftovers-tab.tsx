import type { ReactElement } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { Leftover, TakenOver } from '../../../shared/document/document';
import { LeftoversPanel, leftoverRule } from '../../features/leftovers/leftovers-panel';
import type { Session } from './session/use-session';

type LeftoversTabProps = Readonly<{
  session: Session;
  onJump(finding: Finding): void;
  onJumpTo(blockId: string): void;
}>;

const noWords: readonly Leftover[] = [];
const noSources: readonly TakenOver[] = [];

/** The 旧稿遗留 panel of a document that has something from another one. */
export const LeftoversTab = ({ session, onJump, onJumpTo }: LeftoversTabProps): ReactElement => {
  const { meta, onMeta, newest, findings, reading } = session;
  const { leftovers = noWords, takenOver = noSources } = meta;
  const present = new Set(reading.document.parts.flatMap(({ children }) => children.map(({ id }) => id)));
  return (
    <LeftoversPanel
      leftovers={leftovers}
      findings={findings.filter(({ rule }) => rule === leftoverRule)}
      sources={takenOver.map((source) => ({ ...source, present: present.has(source.blockId) }))}
      onJump={onJump}
      onJumpTo={onJumpTo}
      onChange={(next) => onMeta({ ...newest.current.meta, leftovers: [...next] })}
    />
  );
};

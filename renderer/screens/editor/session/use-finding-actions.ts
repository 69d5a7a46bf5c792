import { type RefObject, useCallback, useState } from 'react';
import { functionIds } from '../../../../shared/checks/rules/completeness/function-examples';
import type { Finding } from '../../../../shared/checks/types';
import type { GovDocument } from '../../../../shared/document/document';
import type { DocumentFunction } from '../../../../shared/functions/types';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { findingKey } from '../../../features/findings/group-findings';

type Surroundings = Readonly<{
  editor: RefObject<EditorHandle | null>;
  newest: RefObject<GovDocument>;
  findings: readonly Finding[];
  missing: readonly DocumentFunction[];
  checkedDocument(): GovDocument;
  addPart(name: DocumentFunction): void;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
}>;

/** What can be done about findings: go to one, to the next, correct them in one step, begin a missing part. */
export const useFindingActions = (surroundings: Surroundings) => {
  const { editor, newest, findings, missing, checkedDocument, addPart, reveal } = surroundings;
  const [active, setActive] = useState<string | null>(null);

  const jumpTo = useCallback(
    (finding: Finding) => {
      setActive(findingKey(finding));
      if (finding.blockId !== null) reveal(finding.blockId, finding);
    },
    [reveal],
  );
  const fix = useCallback(
    (wanted: readonly Finding[]) => {
      const asChecked = new Set(checkedDocument().parts.flatMap((part) => part.children));
      const untouched = new Set(
        newest.current.parts.flatMap((part) =>
          part.children.filter((block) => asChecked.has(block)).map(({ id }) => id),
        ),
      );
      const fixes = wanted.flatMap((finding) =>
        finding.fix && untouched.has(finding.fix.blockId) ? [finding.fix] : [],
      );
      if (fixes.length > 0) editor.current?.run({ type: 'applyFixes', fixes });
      if (fixes.length < wanted.length) say('有文字刚刚改过，请等检查更新后再改。');
    },
    [editor, newest, checkedDocument],
  );
  const addPartFor = useCallback(
    (finding: Finding) => {
      const name = missing.find((candidate) => finding.rule === `completeness/${functionIds[candidate]}-missing`);
      return name ? () => addPart(name) : null;
    },
    [missing, addPart],
  );
  /** The finding behind or before the one last gone to; false when there is none that stands somewhere. */
  const step = (direction: 1 | -1): boolean => {
    const all = findings.filter((finding) => finding.blockId !== null);
    if (all.length === 0) return false;
    const at = all.findIndex((finding) => findingKey(finding) === active);
    const next = at < 0 ? (direction === 1 ? 0 : all.length - 1) : (at + direction + all.length) % all.length;
    jumpTo(all[next]!);
    return true;
  };
  return { active, jumpTo, fix, addPartFor, step };
};

import { type ReactElement, useState } from 'react';
import type { DraftKind } from '../../../../shared/document/edited-part';
import { CoverageOf } from './coverage';
import { DerivedOf } from './derived';
import { type PlanDialogProps, Superiors } from './superiors';
import { TimesOf } from './times';

/** Ways to what follows from a plan and what it is held against. */
export type PlanDialogs = Readonly<{
  showSuperiors(): void;
  showCoverage(): void;
  showTimes(): void;
  showDraft(kind: DraftKind): void;
}>;

/** 贯彻落实对照, 覆盖情况, 时间线, 起草说明和政策解读: each read only while it is shown. */
export const usePlanDialogs = (
  surroundings: Omit<PlanDialogProps, 'onClose'> & Readonly<{ onOpenDocument(id: string): void }>,
): PlanDialogs & Readonly<{ dialog: ReactElement | null }> => {
  const [shown, setShown] = useState<'superiors' | 'coverage' | 'times' | DraftKind | null>(null);
  const { onOpenDocument, ...rest } = surroundings;
  const props: PlanDialogProps = { ...rest, onClose: () => setShown(null) };
  const dialogOf = (): ReactElement | null => {
    switch (shown) {
      case null:
        return null;
      case 'superiors':
        return <Superiors {...props} />;
      case 'coverage':
        return <CoverageOf {...props} />;
      case 'times':
        return <TimesOf {...props} />;
      default:
        return <DerivedOf {...props} kind={shown} onKind={setShown} onOpenDocument={onOpenDocument} />;
    }
  };
  return {
    showSuperiors: () => setShown('superiors'),
    showCoverage: () => setShown('coverage'),
    showTimes: () => setShown('times'),
    showDraft: setShown,
    dialog: dialogOf(),
  };
};

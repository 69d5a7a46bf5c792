import type { DocumentChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import type { LayoutOptions } from '../../shared/layout/layout-options';
import type { Page } from '../../shared/layout/paginate/page';

/** What the window tells the one who counts pages. */
export type PageRequest =
  | Readonly<{ kind: 'load'; document: GovDocument; options: LayoutOptions }>
  | Readonly<{ kind: 'changes'; changes: DocumentChanges }>
  | Readonly<{ kind: 'options'; options: LayoutOptions }>
  /** Whether the pages themselves are wanted, not only their number. */
  | Readonly<{ kind: 'watch'; watched: boolean }>;

/** The pages of the newest state. */
export type PageAnswer =
  | Readonly<{
      kind: 'pages';
      count: number;
      /** On which page (from 1) each block begins. */
      starts: ReadonlyMap<string, number>;
      /** What the clerk should know about the layout, as sentences. */
      messages: readonly string[];
      /** Only while they are watched. */
      pages: readonly Page[] | null;
    }>
  | Readonly<{ kind: 'failed'; name: string }>;

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { EditorSession } from './editor-session';
import type { BlockView } from './labels/block-views';

export const SessionContext = createContext<EditorSession | null>(null);

export const useSession = (): EditorSession => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('an element of the document is rendered outside its editor');
  return session;
};

/** What a block or part shows beside its text; renders again only when that has changed. */
export const useBlockView = (id: string): BlockView => {
  const { views } = useSession();
  const subscribe = useCallback((listener: () => void) => views.subscribe(id, listener), [views, id]);
  return useSyncExternalStore(subscribe, () => views.get(id));
};

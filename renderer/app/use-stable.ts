import { useLayoutEffect, useRef, useState } from 'react';

type Actions = Readonly<Record<string, (...values: never[]) => unknown>>;

/**
 * The same functions for as long as the component is there, each doing what its newest form does: a memoised component
 * they are handed to is not drawn again for them. For what people do, not for what drawing reads.
 */
export const useStable = <Given extends Actions>(actions: Given): Given => {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(actions).map((name) => [name, (...values: never[]) => latest.current[name]?.(...values)]),
      ) as Given,
  );
  return stable;
};

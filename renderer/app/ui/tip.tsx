import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** Shows a short text beside its one child on hover and focus. */
export const Tip = ({ text, children }: { readonly text: string; readonly children: ReactElement }) => (
  <Tooltip.Root>
    <Tooltip.Trigger render={children} />
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6}>
        <Tooltip.Popup className="tip">{text}</Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);

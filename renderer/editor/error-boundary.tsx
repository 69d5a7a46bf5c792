import { Component, type ReactNode } from 'react';

type Props = Readonly<{ onError(error: unknown): void; children: ReactNode }>;

/** Catches an error while the document is drawn; the owner mounts a new editor from the model, so no text is lost. */
export class EditorErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

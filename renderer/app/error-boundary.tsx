import { Component, type ReactNode } from 'react';
import { reportError } from '../ipc/report-error';
import { saveDiagnostics } from './save-diagnostics';
import './ui/notice-page.css';

type ErrorBoundaryProps = Readonly<{ children: ReactNode; onLeave?: () => void }>;

/** Catches what a screen throws while drawing, says so, and offers a way on. */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly broken: boolean; readonly id: string | null }
> {
  override state = { broken: false, id: null };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    void reportError('screen', error).then((id) => this.setState({ id }));
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { onLeave } = this.props;
    return (
      <main className="notice-page">
        <h1>这个页面没有显示出来</h1>
        <p>已保存的文稿没有丢失。可以重新显示，仍不行时请关闭程序再打开。</p>
        {this.state.id !== null && (
          <p>
            再次出现时，请把编号 <b>{this.state.id}</b> 和诊断文件交给维护人员。诊断文件不含文稿内容。
          </p>
        )}
        <div className="notice-page-buttons">
          <button type="button" className="btn btn-primary" onClick={() => this.setState({ broken: false })}>
            重新显示
          </button>
          {onLeave && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                onLeave();
                this.setState({ broken: false });
              }}
            >
              回到文库
            </button>
          )}
          <button type="button" className="btn" onClick={saveDiagnostics}>
            保存诊断文件
          </button>
        </div>
      </main>
    );
  }
}

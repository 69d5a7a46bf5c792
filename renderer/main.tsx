// First, so that the style of any part goes before the general one.
import './app/theme.css';
import './app/controls.css';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/app';
import { applyTheme } from './app/apply-theme';
import { ErrorBoundary } from './app/error-boundary';
import { watchLock } from './app/lock/lock-state';
import { letCaretRest } from './app/ui/resting-caret';
import { reportError } from './ipc/report-error';

// Its faster parser is made with `new Function`, which the content security policy refuses.
config({ jitless: true });

window.addEventListener('error', (event) => void reportError('window', event.error));
window.addEventListener('unhandledrejection', (event) => void reportError('promise', event.reason));

// Before any other part listens for keys.
watchLock();
applyTheme();
letCaretRest();
createRoot(document.getElementById('root')!).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);

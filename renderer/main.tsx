// First, so that the style of any part goes before the general one.
import './app/theme.css';
import './app/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { ErrorBoundary } from './app/error-boundary';
import { reportError } from './ipc/report-error';

window.addEventListener('error', (event) => reportError('window', event.error));
window.addEventListener('unhandledrejection', (event) => reportError('promise', event.reason));

createRoot(document.getElementById('root')!).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);

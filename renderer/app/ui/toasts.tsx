import { Toast } from '@base-ui/react/toast';
import { Icon } from './icon';

const toasts = Toast.createToastManager();

/**
 * Says a sentence at the bottom of the window.
 * @param action what can be done about it, e.g. 撤销
 * @param stay until the person closes it (for what must be read)
 */
export const say = (text: string, action?: Readonly<{ label: string; run(): void }>, stay = false): void => {
  const id = toasts.add({
    description: text,
    timeout: stay ? 0 : action ? 8000 : 5000,
    // One of high priority is read out at once, but its button is hidden from a screen reader until it has the focus.
    priority: stay && !action ? 'high' : 'low',
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toasts.close(id);
          action.run();
        },
      },
    }),
  });
};

const ToastList = () =>
  Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" aria-label="消息" swipeDirection={[]}>
      <Toast.Description className="toast-text" />
      {toast.actionProps && <Toast.Action className="toast-action" />}
      <Toast.Close className="toast-close" aria-label="关闭">
        <Icon name="close" size={14} />
      </Toast.Close>
    </Toast.Root>
  ));

/** Where the sentences of `say` appear; stands once in the app. */
export const Toasts = () => (
  <Toast.Provider toastManager={toasts} limit={3}>
    <Toast.Portal>
      <Toast.Viewport className="toasts" aria-label="消息">
        <ToastList />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

import { sayError } from '../../app/say-error';
import { call } from '../../ipc/client';

/** The button that shows the data folder in the desktop's file manager. */
export const ShowDataFolder = () => (
  <button
    type="button"
    className="btn"
    onClick={() => call('app:show-data-folder', {}).catch((error) => sayError(error))}
  >
    打开所在文件夹
  </button>
);

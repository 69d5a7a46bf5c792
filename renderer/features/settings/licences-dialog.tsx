import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { call, sentenceOf } from '../../ipc/client';
import './licences.css';

/** What of others the app contains, each with its licence. */
export const LicencesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [licences, setLicences] = useState<Output<'app:licences'> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    call('app:licences', {}).then(setLicences, (error) => setProblem(sentenceOf(error)));
  }, []);
  return (
    <DialogFrame
      title="第三方许可"
      wide
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            知道了
          </button>
        </>
      }
    >
      {problem && <p role="alert">{problem}</p>}
      <p className="dialog-text">
        软件用到以下开源部件，点开可看许可全文。Electron 和 Chromium 的许可在程序文件夹的 LICENSE.electron.txt 和
        LICENSES.chromium.html。
      </p>
      <ul className="licences" aria-label="开源部件">
        {licences?.map(({ name, version, licence, text }) => (
          <li key={name}>
            <details>
              <summary>
                {name} {version}
                <small>{licence}</small>
              </summary>
              <pre>{text || `这个部件没有附许可全文，它的说明写明按 ${licence} 许可。`}</pre>
            </details>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
};

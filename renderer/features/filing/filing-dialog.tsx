import { useId, useState } from 'react';
import { type DocumentStatus, documentStatuses, type Filing, statusNames } from '../../../shared/document/filing';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { changeFiling, commonFiling, readTags } from './edit-filings';
import './filing.css';

type FilingDialogProps = Readonly<{
  /** How the documents are filed now, one or several. */
  filings: readonly Filing[];
  /** Folders and tags that are in use, to choose from. */
  folders: readonly string[];
  tags: readonly string[];
  onClose(): void;
  /** The new filings, in the order of the old ones. */
  onDone(filings: readonly Filing[]): void;
}>;

/** 归档: folder, status and tags of one document or of several. */
export const FilingDialog = ({ filings, folders, tags, onClose, onDone }: FilingDialogProps) => {
  const common = commonFiling(filings);
  const [folder, setFolder] = useState(common.folder ?? '');
  const [status, setStatus] = useState<DocumentStatus | ''>(common.status ?? '');
  const [words, setWords] = useState(common.tags.join(' '));
  const id = useId();
  const many = filings.length > 1;
  const done = () => {
    const name = folder.trim().slice(0, 40);
    const isLeftAlone = common.folder === undefined && name === '';
    const after = {
      folder: isLeftAlone ? undefined : name || null,
      tags: readTags(words),
      status: status || undefined,
    };
    onDone(filings.map((filing) => changeFiling(filing, common, after)));
  };
  const chosen = readTags(words);
  const others = tags.filter((tag) => !chosen.includes(tag)).slice(0, 20);
  return (
    <DialogFrame
      title={many ? `归档 ${filings.length} 份文稿` : '归档'}
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={`${id}-form`} className="btn btn-primary">
            保存
          </button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        className="filing"
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-folder`}>文件夹</label>
          <input
            id={`${id}-folder`}
            className="input"
            list={`${id}-folders`}
            maxLength={40}
            placeholder={common.folder === undefined ? '各不相同，不填则不改' : '不放入文件夹；可写新的名称'}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <datalist id={`${id}-folders`}>
            {folders.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div className="field">
          <label htmlFor={`${id}-status`}>状态</label>
          <select
            id={`${id}-status`}
            className="input"
            value={status}
            onChange={(event) => setStatus(event.currentTarget.value as DocumentStatus | '')}
          >
            {common.status === undefined && <option value="">各不相同，不改</option>}
            {documentStatuses.map((name) => (
              <option key={name} value={name}>
                {statusNames[name]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-tags`}>{many ? '共有的标签' : '标签'}</label>
          <input
            id={`${id}-tags`}
            className="input"
            maxLength={200}
            placeholder="用空格分开，如：养老 民生实事"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {others.length > 0 && (
            <fieldset className="filing-tags">
              <legend className="visually-hidden">用过的标签</legend>
              {others.map((tag) => (
                <button key={tag} type="button" className="tag" onClick={() => setWords([...chosen, tag].join(' '))}>
                  {tag}
                </button>
              ))}
            </fieldset>
          )}
        </div>
      </form>
    </DialogFrame>
  );
};

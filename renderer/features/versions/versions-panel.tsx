import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Version } from '../../../shared/document/version';
import { sayError } from '../../app/say-error';
import { formatClock, formatDay } from '../../app/ui/format';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { versionName } from './version-names';
import './versions.css';

type VersionsPanelProps = Readonly<{
  id: string;
  /** Counts the versions that are kept elsewhere while the list is there. */
  kept: number;
  /** Hands over what is unsaved; a version is kept of what is on disk. */
  flush(): Promise<void>;
  /** What changed since that version. */
  onCompare(version: Version): void;
  /** What a draft from outside has otherwise. */
  onCompareFile(): void;
  /** Puts the text as it was in the place of what it is; resolves when it is there. */
  onRestore(version: Version): Promise<void>;
  /** Asks which chapter is put back alone. */
  onRestorePart(version: Version): void;
}>;

/** Names that drafts go by on their way. */
const usualNames = ['征求意见稿', '送审稿', '审定稿'];

const day = (at: number, now: number): string => formatDay(at, now).replace(/ .*/, '');

/** 版本: keeps the present state under a name, and lists what was kept, to compare and to restore. */
export const VersionsPanel = (props: VersionsPanelProps) => {
  const { id, kept, flush, onCompare, onCompareFile, onRestore, onRestorePart } = props;
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const refresh = useCallback(
    () =>
      call('versions:list', { id }).then(
        (list) => {
          setProblem(null);
          setVersions(list);
        },
        (error) => setProblem(sentenceOf(error)),
      ),
    [id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one was kept elsewhere
  useEffect(() => void refresh(), [refresh, kept]);

  const attempt = (work: () => Promise<unknown>, done?: string) =>
    void work()
      .then(() => done && say(done))
      .catch((error) => sayError(error))
      .finally(refresh);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const chosen = name.trim();
    if (chosen === '') {
      field.current?.focus();
      return;
    }
    attempt(async () => {
      await flush();
      await call('versions:keep', { id, name: chosen });
      setName('');
    }, `已存为“${chosen}”。`);
  };
  const rename = (version: Version, next: string) => {
    setRenaming(null);
    if (next === (version.name ?? '')) return;
    // A version with a name is never removed by itself: it does not lose that by an emptied field.
    if (next === '') say(`没有填写名称，仍叫“${version.name}”。`);
    else attempt(() => call('versions:rename', { id, version: version.version, name: next }));
  };

  const now = Date.now();
  return (
    <div className="versions">
      <form className="versions-keep" onSubmit={keep}>
        <input
          ref={field}
          className="input"
          aria-label="版本名称"
          placeholder="版本名称"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" className="btn">
          存为版本
        </button>
        <div className="versions-usual">
          {usualNames.map((usual) => (
            <button key={usual} type="button" className="btn btn-ghost" onClick={() => setName(usual)}>
              {usual}
            </button>
          ))}
          <span className="spacer" />
          <button type="button" className="btn btn-ghost" onClick={onCompareFile}>
            与来稿比较…
          </button>
        </div>
      </form>
      {problem && (
        <p className="versions-note" role="alert">
          {problem}
        </p>
      )}
      {versions?.length === 0 && <p className="versions-note">还没有存下的版本。写作、导出时会自动留存。</p>}
      {versions && versions.length > 0 && (
        <ol className="versions-list" aria-label="版本">
          {versions.map((version, index) => {
            const today = day(version.keptAt, now);
            const earlier = versions[index - 1];
            return (
              <li key={version.version} data-named={version.name !== null || undefined}>
                {(!earlier || day(earlier.keptAt, now) !== today) && <h3>{today}</h3>}
                <div className="version">
                  {renaming === version.version ? (
                    <input
                      className="input"
                      aria-label="版本名称"
                      maxLength={60}
                      defaultValue={version.name ?? ''}
                      ref={(input) => input?.focus()}
                      onBlur={(event) => rename(version, event.currentTarget.value.trim())}
                      onKeyDown={(event) => {
                        if (event.nativeEvent.isComposing) return;
                        if (event.key === 'Enter') event.currentTarget.blur();
                        if (event.key === 'Escape') {
                          event.stopPropagation();
                          setRenaming(null);
                        }
                      }}
                    />
                  ) : (
                    <p>
                      <b>{versionName(version)}</b>
                      <time dateTime={new Date(version.keptAt).toISOString()}>{formatClock(version.keptAt)}</time>
                    </p>
                  )}
                  <div className="version-actions">
                    <button type="button" onClick={() => onCompare(version)}>
                      看改动
                    </button>
                    <button type="button" onClick={() => attempt(() => onRestore(version))}>
                      恢复
                    </button>
                    <button type="button" onClick={() => onRestorePart(version)}>
                      恢复一章…
                    </button>
                    <button type="button" onClick={() => setRenaming(version.version)}>
                      {version.name === null ? '命名' : '改名'}
                    </button>
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
};

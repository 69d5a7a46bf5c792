import { type KeyboardEvent, type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Beside } from '../../../shared/document/beside-text';
import type { DocumentFunction } from '../../../shared/functions/types';
import { formatCount } from '../../app/ui/format';
import { Icon } from '../../app/ui/icon';
import { say } from '../../app/ui/toasts';
import { untouchedSince } from '../../app/ui/untouched-since';
import type { EditorHandle } from '../../editor/document-editor';
import { mostHits } from '../../workers/search-texts';
import { type SearchScope, searchScopes } from './search-scope';
import { type Found, type Hit, useSearch } from './use-search';
import './find-replace.css';

/** What the screen tells an open find bar. */
export type FindBarHandle = Readonly<{
  /** Puts the keyboard into the field, with what is selected on the paper as its text. */
  focus(): void;
  step(direction: 1 | -1): void;
  /** The text of the document has changed. */
  changed(): void;
}>;

type FindBarProps = Readonly<{
  editor: RefObject<EditorHandle | null>;
  replacing: boolean;
  functions: ReadonlyMap<string, DocumentFunction>;
  composing(): boolean;
  uncover(blockId: string): void;
  onReplacing(replacing: boolean): void;
  onClose(): void;
  ref: Ref<FindBarHandle>;
}>;

const options = [
  { name: 'caseSensitive', label: 'Aa', title: '区分大小写' },
  { name: 'wholeWord', label: '整词', title: '字母和数字按整词查找' },
  { name: 'pattern', label: '正则', title: '按正则表达式查找，替换中可用 $1、$2' },
] as const;

const countOf = ({ hits, current, problem }: Found, text: string): string => {
  if (text === '' || problem !== null) return '';
  if (hits.length === 0) return '没有找到';
  return hits.length === mostHits
    ? `${formatCount(mostHits)} 处以上`
    : `${formatCount(current + 1)} / ${formatCount(hits.length)}`;
};

/** Characters before and behind a hit that are shown with it. */
const shownBefore = 12;
const shownBehind = 24;

/** What was looked for last: found again when the bar is opened the next time. */
let lastText = '';

/** A hit that does not stand in the text on the paper, in its sentence. */
const BesideHit = ({ beside, text, start, end }: Hit & Readonly<{ beside: Beside }>) => {
  const from = Math.max(0, start - shownBefore);
  return (
    <p className="find-beside">
      <b>{beside.kind === 'footnote' ? '脚注' : '表题'}</b>
      {from > 0 && '…'}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, end + shownBehind)}
      {end + shownBehind < text.length && '…'}
    </p>
  );
};

/** 查找和替换: over the paper, which keeps its caret until the bar is left. */
export const FindBar = ({ ref, editor, replacing, onReplacing, onClose, ...surroundings }: FindBarProps) => {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => editor.current?.getSelectedText() || lastText);
  const [replacement, setReplacement] = useState('');
  const [scope, setScope] = useState<SearchScope>('all');
  const [how, setHow] = useState({ caseSensitive: false, wholeWord: false, pattern: false });
  const search = useSearch({ text, ...how }, scope, { editor, ...surroundings });
  const { found } = search;
  lastText = text;

  useEffect(() => field.current?.select(), []);
  useImperativeHandle(ref, () => ({
    focus: () => {
      const selected = editor.current?.getSelectedText();
      if (selected && document.activeElement?.closest('.paper')) setText(selected);
      field.current?.focus();
      field.current?.select();
    },
    step: (direction) => void search.step(direction),
    changed: search.changed,
  }));

  const close = () => {
    search.leave();
    onClose();
  };
  const replaceAll = async () => {
    const count = await search.replaceAll(replacement);
    if (count === null) return;
    const after = editor.current?.getDocument().parts;
    const undo = () => {
      if (untouchedSince(editor, after)) editor.current?.runFromOutside({ type: 'undo' });
    };
    say(`已替换 ${formatCount(count)} 处。`, { label: '撤销', run: undo });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') close();
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else if (event.target === field.current) void search.step(event.shiftKey ? -1 : 1);
    else if (event.ctrlKey || event.metaKey) void replaceAll();
    else void search.replaceOne(replacement);
    event.preventDefault();
    event.stopPropagation();
  };

  const hit = found.hits[found.current];
  const none = found.hits.length === 0;
  const tooMany = found.hits.length === mostHits;
  return (
    <search className="find-bar" aria-label="查找和替换" onKeyDown={onKeyDown}>
      <div className="find-row">
        <button
          type="button"
          className="find-fold"
          aria-expanded={replacing}
          aria-label={replacing ? '收起替换' : '展开替换'}
          onClick={() => onReplacing(!replacing)}
        >
          <Icon name={replacing ? 'down' : 'right'} size={12} />
        </button>
        <input
          ref={field}
          className="input find-field"
          aria-label="查找内容"
          aria-invalid={found.problem !== null}
          placeholder="查找"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <output className="find-count" aria-label="结果">
          {countOf(found, text)}
        </output>
        <button
          type="button"
          className="find-button"
          aria-label="上一处"
          title="上一处（Shift+Enter）"
          disabled={none}
          onClick={() => void search.step(-1)}
        >
          <Icon name="up" size={14} />
        </button>
        <button
          type="button"
          className="find-button"
          aria-label="下一处"
          title="下一处（Enter、F3）"
          disabled={none}
          onClick={() => void search.step(1)}
        >
          <Icon name="down" size={14} />
        </button>
        <button type="button" className="find-button" aria-label="关闭查找" title="关闭（Esc）" onClick={close}>
          <Icon name="close" size={14} />
        </button>
      </div>
      {hit?.beside && <BesideHit {...hit} beside={hit.beside} />}
      {replacing && (
        <div className="find-row">
          <span className="find-fold" />
          <input
            className="input find-field"
            aria-label="替换为"
            placeholder="替换为"
            spellCheck={false}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <button
            type="button"
            className="btn"
            disabled={none}
            title="替换这一处，到下一处（Enter）"
            onClick={() => void search.replaceOne(replacement)}
          >
            替换
          </button>
          <button
            type="button"
            className="btn"
            disabled={none || tooMany}
            title={tooMany ? '结果太多，请先缩小范围' : '替换全部（Ctrl+Enter）'}
            onClick={() => void replaceAll()}
          >
            全部替换
          </button>
        </div>
      )}
      <div className="find-row find-options">
        <span className="find-fold" />
        {options.map(({ name, label, title }) => (
          <button
            key={name}
            type="button"
            className="find-option"
            aria-pressed={how[name]}
            aria-label={title}
            title={title}
            onClick={() => setHow({ ...how, [name]: !how[name] })}
          >
            {label}
          </button>
        ))}
        <select aria-label="查找范围" value={scope} onChange={(event) => setScope(event.target.value as SearchScope)}>
          {searchScopes.map(({ scope: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {found.problem !== null && (
          <span className="find-problem" role="alert">
            {found.problem}
          </span>
        )}
      </div>
    </search>
  );
};

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { genreNames } from '../../../shared/document/genre-names';
import type { ListedTemplate } from '../../../shared/ipc/contract';
import { pinyinOfUnit } from '../../../shared/units/unit-dictionary';
import { matches } from '../../editor/menu/match-pinyin';
import { TemplateMiniature } from './template-miniature';

type TemplateGalleryProps = Readonly<{
  templates: readonly ListedTemplate[];
  query: string;
  chosen: string | null;
  onQuery(query: string): void;
  onChoose(id: string): void;
  onManage(): void;
}>;

/** The templates that answer to what was typed: name, genre, description, or pinyin initials. */
export const searchTemplates = (templates: readonly ListedTemplate[], query: string): readonly ListedTemplate[] =>
  templates.filter(({ template }) =>
    matches(
      {
        name: template.name,
        note: `${genreNames[template.genre]} ${template.description}`,
        pinyin: pinyinOfUnit(template.name),
      },
      query,
    ),
  );

/** All templates as small sheets; arrows move, what is chosen is shown beside at once. */
export const TemplateGallery = ({ templates, query, chosen, onQuery, onChoose, onManage }: TemplateGalleryProps) => {
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // The templates arrive after the dialog has chosen where the keyboard is.
  useEffect(() => search.current?.focus(), []);
  const shown = searchTemplates(templates, query);
  useEffect(() => {
    if (chosen) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || shown.length === 0) return;
    event.preventDefault();
    const at = shown.findIndex(({ template }) => template.id === chosen);
    onChoose(shown[Math.min(shown.length - 1, Math.max(0, at + step))]!.template.id);
  };

  return (
    <div className="gallery">
      <input
        ref={search}
        type="search"
        className="input"
        aria-label="查找模板"
        aria-controls="template-gallery"
        aria-activedescendant={chosen ? `template-${chosen}` : undefined}
        placeholder="按名称或拼音首字母查找，↑↓ 选择"
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="template-gallery"
        className="gallery-list"
        role="listbox"
        aria-label="模板"
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {shown.map(({ template, own }) => (
          <div
            key={template.id}
            id={`template-${template.id}`}
            className="template-choice"
            role="option"
            tabIndex={-1}
            aria-selected={template.id === chosen}
            onClick={() => onChoose(template.id)}
            onKeyDown={() => undefined}
          >
            <b>{template.name}</b>
            {own && <em className="gallery-own">本单位</em>}
            <small>{template.description}</small>
            <TemplateMiniature template={template} />
          </div>
        ))}
        {shown.length === 0 && <p className="gallery-none">没有含“{query.trim()}”的模板。</p>}
      </div>
      <button type="button" className="btn" onClick={onManage}>
        本单位模板…
      </button>
    </div>
  );
};

import { type KeyboardEvent, useId, useState } from 'react';
import type { OfferedUnit } from '../../../shared/units/unit-dictionary';
import { Icon } from '../../app/ui/icon';
import { matches } from '../../editor/menu/match-pinyin';

type UnitFieldProps = Readonly<{
  label: string;
  units: readonly OfferedUnit[];
  /** Units that stand in the other field. */
  taken: readonly string[];
  value: readonly string[];
  onChange(value: readonly string[]): void;
}>;

const mostOffers = 7;

/** Several units: written or found by characters or pinyin initials, one after the other, all by keyboard. */
export const UnitField = ({ label, units, taken, value, onChange }: UnitFieldProps) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const [composing, setComposing] = useState(false);
  const query = typed.trim();
  const chosen = new Set([...value, ...taken]);
  const found = units.filter((unit) => !chosen.has(unit.name) && query !== '' && matches(unit, query));
  const own = /\p{Script=Han}/u.test(query) && !units.some(({ name }) => name === query) && !chosen.has(query);
  const offers = [...found.slice(0, mostOffers).map(({ name }) => name), ...(own ? [query] : [])];
  const open = focused && offers.length > 0;

  const add = (name: string | undefined) => {
    if (name === undefined) return;
    onChange([...value, name]);
    setTyped('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
    else if (!open) return;
    else if (event.key === 'ArrowDown') setActive((active + 1) % offers.length);
    else if (event.key === 'ArrowUp') setActive((active + offers.length - 1) % offers.length);
    else if (event.key === 'Enter') add(offers[active]);
    else if (event.key === 'Escape') {
      setTyped('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="field unit-field">
      <label htmlFor={id}>{label}</label>
      <div className="unit-tokens">
        {value.map((name) => (
          <button
            key={name}
            type="button"
            className="unit-token"
            aria-label={`去掉${name}`}
            onClick={() => onChange(value.filter((one) => one !== name))}
          >
            {name}
            <Icon name="close" size={10} />
          </button>
        ))}
        <input
          id={id}
          className="input"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open ? `${id}-${active}` : undefined}
          placeholder={value.length === 0 ? '写名称或拼音首字母，如 sczj' : ''}
          value={typed}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            // What was written in full counts, also when one goes on without Enter.
            if (own && !composing) add(query);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {open && (
        <div id={`${id}-list`} className="unit-offers" role="listbox" aria-label={`${label}：可选`}>
          {offers.map((name, index) => (
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                add(name);
              }}
            >
              {own && index === offers.length - 1 ? `添加“${name}”` : name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};

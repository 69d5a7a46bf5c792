import { type KeyboardEvent, useMemo, useState } from 'react';
import { offerUnits } from '../../../shared/units/unit-dictionary';
import { useUnits } from '../../app/units';
import { matches } from '../../editor/menu/match-pinyin';

type UnitInputProps = Readonly<{
  id: string;
  value: string;
  placeholder: string;
  onChange(value: string): void;
}>;

const mostOffers = 6;

/** One unit, found by its name, an old name or pinyin initials; any other name may be written too. */
export const UnitInput = ({ id, value, placeholder, onChange }: UnitInputProps) => {
  const dictionary = useUnits();
  const units = useMemo(() => offerUnits(dictionary), [dictionary]);
  const [active, setActive] = useState(0);
  const [asking, setAsking] = useState(false);
  const query = value.trim();
  const offers =
    asking && query !== '' && !units.some(({ name }) => name === query)
      ? units.filter((unit) => matches(unit, query)).slice(0, mostOffers)
      : [];
  const open = offers.length > 0;
  const take = (name: string) => {
    onChange(name);
    setAsking(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || !open) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % offers.length);
    else if (event.key === 'ArrowUp') setActive((active + offers.length - 1) % offers.length);
    else if (event.key === 'Enter') take(offers[active]!.name);
    else if (event.key === 'Escape') {
      setAsking(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="unit-input">
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        maxLength={40}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setActive(0);
          setAsking(true);
        }}
        onBlur={() => {
          // Initials alone are no name: what they found first is meant.
          if (open && /^[a-z]+$/i.test(query)) onChange(offers[0]!.name);
          setAsking(false);
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div id={`${id}-list`} className="unit-input-offers" role="listbox" aria-label="可选单位">
          {offers.map(({ name }, index) => (
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                take(name);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};

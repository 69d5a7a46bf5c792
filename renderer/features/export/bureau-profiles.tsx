import { useId, useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { type BureauProfile, setPreferences, usePreferences } from '../../app/preferences';

/** A profile's settings with the format and the signature of the document at hand. */
const applied = (profile: BureauProfile, { format, signature }: ExportOptions): ExportOptions => ({
  ...profile.layout,
  format,
  signature,
});

const same = (one: ExportOptions, other: ExportOptions): boolean =>
  (Object.keys(one) as (keyof ExportOptions)[]).every((key) => one[key] === other[key]);

type ProfileProps = Readonly<{ options: ExportOptions; onChange(options: ExportOptions): void }>;

/** Which saved settings hold for this document; nothing while none are saved. */
export const ProfileChoice = ({ options, onChange }: ProfileProps) => {
  const { profiles } = usePreferences();
  const id = useId();
  if (profiles.length === 0) return null;
  const chosen = profiles.find((profile) => same(applied(profile, options), options));
  return (
    <div className="field export-signature">
      <label htmlFor={id}>版式</label>
      <select
        id={id}
        className="input"
        value={chosen?.name ?? ''}
        onChange={(event) => {
          const profile = profiles.find(({ name }) => name === event.currentTarget.value);
          if (profile) onChange(applied(profile, options));
        }}
      >
        {!chosen && <option value="">未保存的设置</option>}
        {profiles.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Most profiles a bureau keeps. */
const mostProfiles = 20;

/** The settings at hand kept under a name, for documents of one kind or one organ; saved ones given up. */
export const ProfileShelf = ({ options, onChange }: ProfileProps) => {
  const { profiles } = usePreferences();
  const [name, setName] = useState('');
  const id = useId();
  const wanted = name.trim();
  const taken = profiles.some((profile) => profile.name === wanted);
  const save = () => {
    setPreferences({
      profiles: [...profiles.filter((profile) => profile.name !== wanted), { name: wanted, layout: options }],
    });
    setName('');
  };
  return (
    <fieldset className="form-group">
      <legend>保存的版式</legend>
      {profiles.length > 0 && (
        <ul className="profile-list">
          {profiles.map((profile) => (
            <li key={profile.name}>
              <span>{profile.name}</span>
              {same(applied(profile, options), options) && <em>使用中</em>}
              <span className="spacer" />
              <button type="button" className="link" onClick={() => onChange(applied(profile, options))}>
                采用
              </button>
              <button
                type="button"
                className="link"
                aria-label={`删除版式“${profile.name}”`}
                onClick={() => setPreferences({ profiles: profiles.filter((each) => each !== profile) })}
              >
                删除
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="field">
        <label htmlFor={id}>把下面的设置存为</label>
        <div className="profile-save">
          <input
            id={id}
            className="input"
            value={name}
            maxLength={20}
            placeholder="如：市政府文件"
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '') return;
              event.preventDefault();
              save();
            }}
          />
          <button
            type="button"
            className="btn"
            disabled={wanted === '' || (!taken && profiles.length >= mostProfiles)}
            onClick={save}
          >
            {taken ? '替换' : '保存'}
          </button>
        </div>
      </div>
    </fieldset>
  );
};

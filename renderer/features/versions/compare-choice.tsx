import type { Version } from '../../../shared/document/version';
import { versionTitle } from './version-names';

type CompareChoiceProps = Readonly<{
  /** The version that was asked about, and all others beside it. */
  base: Version;
  versions: readonly Version[];
  /** What it is compared with; null: the open text. */
  other: Version | null;
  onChoose(other: Version | null): void;
}>;

/** With what a version is compared: the open text, or any other version. */
export const CompareChoice = ({ base, versions, other, onChoose }: CompareChoiceProps) => (
  <label className="compare-choice">
    “{versionTitle(base)}”与
    <select
      aria-label="与哪一份比较"
      value={other?.version ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(versions.find(({ version }) => String(version) === value) ?? null)
      }
    >
      <option value="">{present}</option>
      {versions
        .filter(({ version }) => version !== base.version)
        .map((version) => (
          <option key={version.version} value={version.version}>
            {versionTitle(version)}
          </option>
        ))}
    </select>
    比较
  </label>
);

/** What the open text is called beside a version. */
export const present = '现在的文稿';

import type { CheckReport } from './check-messages';

/** Findings that were not found anew are the same objects from run to run, so most are equal at a glance. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  return JSON.stringify(one) === JSON.stringify(other);
};

/** Remembers what was told last and gives only the fields that differ from it. */
export const createReportFilter = (): ((report: CheckReport) => Partial<CheckReport>) => {
  let told: Partial<CheckReport> = {};
  return (report) => {
    const before = told;
    told = report;
    return Object.fromEntries(
      Object.entries(report).filter(([field, value]) => !isSame(value, before[field as keyof CheckReport])),
    );
  };
};

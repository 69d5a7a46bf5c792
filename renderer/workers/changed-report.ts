import type { CheckReport } from './check-messages';

/** Everything that can be compared as text, a map included. */
const print = (value: unknown): string => JSON.stringify(value instanceof Map ? [...value] : value);

/** Remembers what was told last and gives only the fields that differ from it. */
export const createReportFilter = (): ((report: CheckReport) => Partial<CheckReport>) => {
  const told = new Map<string, string>();
  return (report) =>
    Object.fromEntries(
      Object.entries(report).filter(([field, value]) => {
        const text = print(value);
        const isNew = told.get(field) !== text;
        told.set(field, text);
        return isNew;
      }),
    );
};

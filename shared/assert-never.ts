/** Makes a switch over a union exhaustive: it does not compile while a case is missing. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
};

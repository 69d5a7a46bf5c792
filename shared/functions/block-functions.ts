import { type DocumentFunction, documentFunctions, type FunctionAssessments } from './types';

/** Which function each block serves, by block id, for the colour bars beside the text; the first one wins. */
export const blockFunctions = (assessments: FunctionAssessments): ReadonlyMap<string, DocumentFunction> => {
  const served = new Map<string, DocumentFunction>();
  for (const name of documentFunctions)
    for (const place of assessments[name].places)
      for (const id of place.blockIds) if (!served.has(id)) served.set(id, name);
  return served;
};

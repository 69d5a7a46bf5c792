import { shippedUnits, type UnitDictionary } from '../../shared/units/unit-dictionary';
import { call } from '../ipc/client';
import { libraryValue } from './library-value';

/** The bureau's dictionary of units, for all forms of the window; the shipped one until it has been read. */
const dictionary = libraryValue<UnitDictionary>(shippedUnits, () => call('units:list', {}));

export const useUnits = dictionary.use;

/** Stores the dictionary. @throws AppError with a sentence */
export const saveUnits = async (units: UnitDictionary): Promise<void> => {
  await call('units:save', { units: [...units] });
  dictionary.set(units);
};

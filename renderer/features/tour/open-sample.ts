import { AppError } from '../../../shared/ipc/app-error';
import { call } from '../../ipc/client';
import { sampleName, sampleText, sampleTitle } from './sample';

/** The sample in the library, read into it where it is not there yet; returns its id. @throws AppError */
export const openSample = async (): Promise<string> => {
  const rows = await call('library:list', { from: 0, most: 500 });
  const known = rows.find(({ summary, trashedAt }) => trashedAt === null && summary.title === sampleTitle);
  if (known) return known.id;
  const bytes = new TextEncoder().encode(sampleText);
  const { imported, failed } = await call('files:import', { name: sampleName, bytes });
  const [sample] = imported;
  if (!sample) throw new AppError('file', failed[0]?.message ?? '示例没有读入，请再试一次。');
  return sample.id;
};

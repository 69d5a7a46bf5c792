import { existsSync } from 'node:fs';
import { AppError } from '../../shared/ipc/app-error';
import { type HomePaths, type LibraryPaths, libraryPaths } from '../files/paths';
import { type DataPointer, readPointer, writePointer } from './data-pointer';
import { holdsLibrary } from './library-files';

/** Where the library is, across starts. */
export type DataPlace = Readonly<{
  paths(): LibraryPaths;
  /** Whether the person has put it elsewhere, or nobody knows where it is. */
  isMoved(): boolean;
  /** Looks again where it is. @throws AppError 'storage' when it is not there: nothing new is begun in its place */
  check(): Promise<void>;
  /** Where it was before, while a library lies there; `isCopy`: the one from which the present one was copied. */
  before(): Promise<Readonly<{ paths: LibraryPaths; isCopy: boolean }> | null>;
  /** From now on it is there. @throws AppError 'file'; then it is where it was */
  change(to: Pick<LibraryPaths, 'dataFolder' | 'isNetwork'>, isCopy: boolean): Promise<void>;
  /** Takes the last change back. */
  changeBack(): Promise<void>;
  /** What lay in the earlier place is gone. */
  forgetBefore(): Promise<void>;
}>;

type Known = Readonly<{ pointer: DataPointer; problem: AppError | null }>;

const nowhere: DataPointer = { folder: null, isNetwork: false, before: null };

export const openDataPlace = ({ home, pointer: path }: HomePaths): DataPlace => {
  const read = (): Known => {
    try {
      return { pointer: readPointer(path), problem: null };
    } catch (error) {
      if (error instanceof AppError) return { pointer: nowhere, problem: error };
      throw error;
    }
  };
  let known = read();
  let previous = known;
  const pathsOf = ({ folder, isNetwork }: Pick<DataPointer, 'folder' | 'isNetwork'>): LibraryPaths =>
    libraryPaths(folder ?? home, isNetwork);
  /** The home folder may have another path tomorrow. */
  const asStored = (folder: string): string | null => (folder === home ? null : folder);
  const put = async (pointer: DataPointer): Promise<void> => {
    await writePointer(path, pointer);
    previous = known;
    known = { pointer, problem: null };
  };
  return {
    paths: () => pathsOf(known.pointer),
    isMoved: () => known.problem !== null || known.pointer.folder !== null,
    check: async () => {
      known = read();
      if (known.problem) throw known.problem;
      const { folder } = known.pointer;
      if (folder !== null && !(await holdsLibrary(libraryPaths(folder)))) throw goneFrom(folder);
    },
    before: async () => {
      const before = known.problem ? { ...nowhere, isCopy: false } : known.pointer.before;
      const paths = before && pathsOf(before);
      return paths && (await holdsLibrary(paths)) ? { paths, isCopy: before.isCopy } : null;
    },
    change: ({ dataFolder, isNetwork }, isCopy) => {
      const { folder, isNetwork: wasNetwork } = known.pointer;
      return put({
        folder: asStored(dataFolder),
        isNetwork,
        // Where nobody knows where it was, there is no way back to it either.
        before: known.problem ? null : { folder, isCopy, isNetwork: wasNetwork },
      });
    },
    changeBack: async () => {
      await writePointer(path, previous.pointer);
      known = previous;
    },
    forgetBefore: () => put({ ...known.pointer, before: null }),
  };
};

const goneFrom = (folder: string): AppError =>
  new AppError(
    'storage',
    existsSync(folder)
      ? `数据文件夹“${folder}”里没有文库。如果磁盘换过或文库挪到了别处，请选择文库所在的文件夹。`
      : `没有找到数据文件夹“${folder}”。如果它在移动硬盘、U 盘或网络上，请接好后重试；如果换了位置，请选择文件夹。`,
  );

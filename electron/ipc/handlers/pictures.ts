import type { PictureFile } from '../../../shared/document/picture';
import { identifyPicture, readPictureFile } from '../../files/picture-files';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type PictureChannel = Extract<keyof Handlers, `pictures:${string}`>;

export const pictureHandlers = (services: Services): Pick<Handlers, PictureChannel> => {
  const add = (id: string, bytes: Uint8Array): PictureFile => {
    const file = identifyPicture(bytes);
    services.pictures().add(id, file, bytes);
    return file;
  };
  return {
    'pictures:add': ({ id, bytes }) => add(id, bytes),
    'pictures:choose': async ({ id }) => {
      const [path] = await services.desktop.askOpenPaths('pictures');
      return { picture: path === undefined ? null : add(id, await readPictureFile(path)) };
    },
  };
};

import { identifyPicture, readPictureFile } from '../../files/picture-files';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type PictureChannel = Extract<keyof Handlers, `pictures:${string}`>;

export const pictureHandlers = (services: Services): Pick<Handlers, PictureChannel> => ({
  'pictures:add': ({ id, bytes }) => {
    const file = identifyPicture(bytes);
    services.pictures().add(id, file, bytes);
    return file;
  },
  'pictures:choose': async () => {
    const [path] = await services.desktop.askOpenPaths('pictures');
    return { bytes: path === undefined ? null : new Uint8Array(await readPictureFile(path)) };
  },
});

import { AppError } from '../../../shared/ipc/app-error';
import { describeTemplate } from '../../../shared/templates/describe-template';
import { instantiate } from '../../../shared/templates/instantiate';
import { findTemplate, templates } from '../../../shared/templates/templates';
import { keepQuietly } from '../../storage/keep-quietly';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type DocumentChannel = Extract<
  keyof Handlers,
  `templates:${string}` | 'document:open' | 'document:close' | 'document:save'
>;

export const documentHandlers = (services: Services): Pick<Handlers, DocumentChannel> => ({
  'templates:list': () => templates.map(describeTemplate),
  'templates:create': ({ templateId, values }) => {
    const template = findTemplate(templateId);
    if (!template) throw new AppError('not-found', '没有找到这个模板。请返回文库重新选择。');
    const document = instantiate(template, values);
    services.documents().create(document);
    return { id: document.id };
  },
  'document:open': ({ id }) => {
    if (!services.desk.take(id)) throw new AppError('conflict', '这份文稿已在另一个窗口中打开，请到那个窗口里编写。');
    keepQuietly(services, (versions) => versions.keep(id, 'opened'));
    const opened = services.documents().open(id);
    return { ...opened, name: services.documents().row(id)?.name ?? null };
  },
  'document:close': () => {
    services.desk.leave();
    return {};
  },
  'document:save': ({ id, revision, changes }) => {
    const saved = services.documents().save(id, revision, changes);
    keepQuietly(services, (versions) => versions.keepWhileWorking(id));
    return saved;
  },
});

import { canHaveNotice, hasNotice } from '../../../editor/commands/notice';
import { pictureStep } from '../../../editor/commands/pictures';
import { tableActionGroups } from '../../../editor/tables/table-actions';
import type { DeskEntry, DeskState } from './desk-state';

/** What can be done to the table or picture with the caret, and to the 印发通知. */
export const elementCommands = (state: DeskState): readonly DeskEntry[] => {
  const { caret, document, run } = state;
  const noticed = hasNotice(document.parts);
  return [
    ...tableActionGroups.flat().map(({ action, name, pinyin }) => ({
      id: `table-${action}`,
      name,
      pinyin,
      when: caret?.inTable === true && (action !== 'mergeCells' || caret.canMerge),
      run: () => run({ type: 'table', action }),
    })),
    {
      id: 'table-caption',
      name: '表题',
      note: '编号自动排',
      pinyin: 'biao ti',
      when: caret?.inTable === true,
      run: state.askCaption,
    },
    {
      id: 'picture-settings',
      name: '图片设置',
      note: '宽度、替代文字',
      pinyin: 'tu pian she zhi',
      keys: 'Ctrl+Enter',
      when: caret?.type === 'picture',
      run: state.pictureSettings,
    },
    {
      id: 'picture-turn',
      name: '图片右转',
      note: '转四分之一圈',
      pinyin: 'tu pian you zhuan',
      keys: 'Ctrl+Alt+R',
      when: caret?.type === 'picture',
      run: state.turnPicture,
    },
    {
      id: 'picture-wider',
      name: '放大图片',
      pinyin: 'fang da tu pian',
      keys: 'Ctrl+]',
      when: caret?.type === 'picture',
      run: () => run({ type: 'resizePicture', by: pictureStep }),
    },
    {
      id: 'picture-narrower',
      name: '缩小图片',
      pinyin: 'suo xiao tu pian',
      keys: 'Ctrl+[',
      when: caret?.type === 'picture',
      run: () => run({ type: 'resizePicture', by: -pictureStep }),
    },
    {
      id: 'notice',
      name: noticed ? '去掉印发通知' : '加上印发通知',
      pinyin: noticed ? 'qu diao yin fa tong zhi' : 'jia shang yin fa tong zhi',
      when: noticed || canHaveNotice(document.meta.genre),
      run: () =>
        run(
          noticed
            ? { type: 'removeNotice' }
            : { type: 'addNotice', organ: document.meta.issuingOrgan?.replaceAll('\n', '、') },
        ),
    },
  ];
};

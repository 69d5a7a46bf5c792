import { useMemo } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { type ReferenceTarget, referenceNames } from '../../../shared/references/reference-names';
import { PickList } from '../../app/ui/pick-list';

type ReferencePickerProps = Readonly<{
  document: GovDocument;
  /** The part in which the reference will stand. */
  part: string;
  /** Gives the keyboard back to the text, then puts the reference there; null when none was picked. */
  onClose(target: string | null): void;
}>;

/** What a person types of a name: without brackets and spaces, in either width. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '');

const answers = ({ name, text }: ReferenceTarget, query: string): boolean => plain(name + text).includes(plain(query));

/** Everything that can be referred to, as it will be called in the text, filtered by number or words. */
export const ReferencePicker = ({ document, part, onClose }: ReferencePickerProps) => {
  const all = useMemo(() => referenceNames(document).targets(part), [document, part]);
  return (
    <PickList
      names={{ dialog: '引用', field: '查找要引用的内容', list: '可以引用的内容' }}
      placeholder="引用：输入编号或标题"
      offer={(typed) => all.filter((target) => answers(target, typed))}
      idOf={({ id }) => id}
      row={({ name, text }) => (
        <>
          <b>{name}</b>
          <span>{text}</span>
        </>
      )}
      none={(typed) =>
        all.length === 0
          ? '文中还没有带编号的条目、专栏、表、图或附件，不能引用。'
          : `没有含“${typed}”的条目、专栏、表、图或附件。`
      }
      onPick={({ id }) => onClose(id)}
      onClose={() => onClose(null)}
    />
  );
};

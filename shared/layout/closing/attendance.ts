import { blankLine, type FlowItem, type FlowParagraph } from '../flow';
import { bodyCharacter } from '../gb9704';
import { runsText } from '../text-runs';

const label = /^(?:出席|请假|列席|缺席|主持|记录)(?:人员|人)?：/;

/** `出席：` in 黑体, the names behind it; a wrapped line stands under the first of them. */
const hang = (paragraph: FlowParagraph, length: number): FlowParagraph => {
  let left = length;
  const hanging = length * bodyCharacter;
  return {
    ...paragraph,
    style: 'GwAttendance',
    indent: { left: 2 * bodyCharacter + hanging, hanging },
    runs: paragraph.runs.flatMap((run) => {
      const inLabel = Math.min(left, run.text.length);
      left -= inLabel;
      const rest = run.text.slice(inLabel);
      return [
        ...(inLabel > 0 ? [{ ...run, text: run.text.slice(0, inLabel), style: 'GwLabel' as const }] : []),
        ...(rest ? [{ ...run, text: rest }] : []),
      ];
    }),
  };
};

/** Who was present, at the end of a 纪要: one blank line above, label 黑体, names aligned (10.3). */
export const layOutAttendance = (items: readonly FlowItem[]): FlowItem[] => {
  let start = items.length;
  const lengthOf = (item: FlowItem | undefined): number =>
    item?.kind === 'paragraph' && item.style === 'GwBody' ? (label.exec(runsText(item.runs))?.[0].length ?? 0) : 0;
  while (start > 0 && lengthOf(items[start - 1]) > 0) start -= 1;
  if (start === items.length) return [...items];
  const lines = items.slice(start).map((item) => hang(item as FlowParagraph, lengthOf(item)));
  return [...items.slice(0, start), ...blankLine(1), ...lines];
};

import { Popover } from '@base-ui/react/popover';
import type { GovDocument } from '../../../../shared/document/document';
import type { DocumentFunction } from '../../../../shared/functions/types';
import type { Template } from '../../../../shared/templates/template';
import { templateOf } from '../../../../shared/templates/template-of';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import { formatCount } from '../../../app/ui/format';
import { guidanceAt } from '../../../features/guidance/guidance-at';
import { countLengths } from './count-lengths';
import './lengths.css';

/** Usual limits of length, as the rule `form/length` has them: special matters, comprehensive documents. */
const specialLimit = 4000;
const comprehensiveLimit = 5000;

type LengthPopoverProps = Readonly<{
  /** Characters of the main text. */
  characters: number;
  /** Whether the usual limits are meant for this kind of document. */
  limited: boolean;
  /** What the template lays down instead. */
  budget: Template['length'];
  rows: readonly OutlineRow[];
  functions: ReadonlyMap<string, DocumentFunction>;
  readDocument(): GovDocument;
  onJump(blockId: string): void;
}>;

const roomLeft = (characters: number, budget: Template['length']): string => {
  if (budget) {
    const wanted = `模板定为 ${formatCount(budget.min)} 至 ${formatCount(budget.max)} 字，`;
    const over = characters - budget.max;
    return over > 0 ? `${wanted}已超出 ${formatCount(over)} 字。` : `${wanted}还可写 ${formatCount(-over)} 字。`;
  }
  if (characters <= specialLimit) return `专项工作文件还可写 ${formatCount(specialLimit - characters)} 字。`;
  if (characters <= comprehensiveLimit)
    return `超过专项工作文件的一般要求；综合性文件还可写 ${formatCount(comprehensiveLimit - characters)} 字。`;
  return `超过综合性文件的一般要求 ${formatCount(characters - comprehensiveLimit)} 字。`;
};

/** Length of the main text against the usual limits; opened, of every part and chapter. */
export const LengthPopover = (props: LengthPopoverProps) => {
  const { characters, limited, budget } = props;
  const limit = budget?.max ?? (limited ? comprehensiveLimit : null);
  const near = budget ? budget.max : specialLimit;
  const tone = limit === null || characters <= near ? undefined : characters <= limit ? 'near' : 'over';
  return (
    <Popover.Root>
      <Popover.Trigger className="status-item status-length" data-tone={tone} title="各章字数">
        {formatCount(characters)} 字{limit !== null && ` / ${formatCount(limit)}`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} collisionPadding={8}>
          <Popover.Popup className="lengths" aria-label="字数">
            <Lengths {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};

const Lengths = ({ characters, limited, budget, rows, functions, readDocument, onJump }: LengthPopoverProps) => {
  const document = readDocument();
  const template = templateOf(document);
  const sections = countLengths(document, rows);
  const longest = Math.max(1, ...sections.map((section) => section.characters));
  return (
    <>
      <h2>
        正文 {formatCount(characters)} 字
        <small className="lengths-note">
          {limited || budget ? roomLeft(characters, budget) : '不计空格和编号，不含通知和附件。'}
        </small>
      </h2>
      <ul>
        {sections.map(({ row, characters: own, inMain }) => {
          const usual = inMain && template ? guidanceAt(template, [row], functions)?.guidance.length : undefined;
          return (
            <li key={row.id}>
              <Popover.Close className="lengths-row" onClick={() => onJump(row.blockId)}>
                <span className="lengths-name">
                  {row.label}
                  {row.text}
                </span>
                {usual && <small>一般 {usual}</small>}
                <span className="lengths-count">{formatCount(own)}</span>
                <i
                  aria-hidden="true"
                  data-aside={!inMain || undefined}
                  style={{ width: `${(own / longest) * 100}%` }}
                />
              </Popover.Close>
            </li>
          );
        })}
      </ul>
    </>
  );
};

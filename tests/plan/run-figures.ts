import { assessFunctions } from '../../shared/functions/assess-functions';
import { blockFunctions } from '../../shared/functions/block-functions';
import { readPlan } from '../../shared/plan/read-plan';
import { recogniseText } from '../../shared/recognise/recognise';
import { measureCoverage } from './measure-coverage';
import { leaveOneOut, measurePairs } from './measure-pairs';
import { type LabelledIndicator, type LabelledPlan, labelledPlanNames, readLabelledPlan } from './read-labels';

type Found = Readonly<{ line: number; name: string; value: string; unit: string; year: string }>;
type Count = { right: number; found: number; labelled: number };

const scope = /^(?:全市|全省|全区|全国|我市|我省|本市|市|省)/;
/** As the README of the labels says: quotation marks, 的 and scope words aside, one name contains the other. */
const plain = (name: string): string => name.replace(/&quot;|[“”"'‘’的\s]/g, '').replace(scope, '');
const sameName = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
};
const sameValue = (one: string, other: string): boolean =>
  one.replace(/[~～—至到-]+/g, '-').replace(/,/g, '') === other.replace(/[~～—至到-]+/g, '-').replace(/,/g, '');
const sameUnit = (one: string, other: string): boolean => one.replace('％', '%') === other.replace('％', '%');

const score = ({ right, found, labelled }: Count) => ({
  precision: found ? right / found : 1,
  recall: labelled ? right / labelled : 1,
  f1: found + labelled ? (2 * right) / (found + labelled) : 1,
});

const matches = (found: Found, label: LabelledIndicator, titleYear: string | undefined): boolean =>
  found.line === label.line &&
  sameValue(found.value, label.value) &&
  sameUnit(found.unit, label.unit) &&
  sameName(found.name, label.name) &&
  [label.year, label.orYear, ...(label.year === '' ? [titleYear] : [])].includes(found.year);

const compareIndicators = (plan: LabelledPlan, found: readonly Found[], tell: (line: string) => void): Count => {
  const open = [...plan.indicators];
  const count: Count = { right: 0, found: 0, labelled: plan.indicators.length };
  for (const one of found) {
    const at = open.findIndex((label) => matches(one, label, plan.titleYear));
    if (at >= 0) {
      open.splice(at, 1);
      count.right += 1;
      count.found += 1;
      continue;
    }
    const disputed = plan.disputed.some((label) => label.line === one.line && sameValue(label.value, one.value));
    const ignored = plan.ignored.some(({ from, to }) => one.line >= from && one.line <= to);
    if (disputed || ignored) continue;
    count.found += 1;
    tell(`  + ${one.line} ${one.name} | ${one.value} | ${one.unit} | ${one.year}`);
  }
  for (const label of open) tell(`  - ${label.line} ${label.name} | ${label.value} | ${label.unit} | ${label.year}`);
  return count;
};

type FoundTask = Readonly<{
  line: number;
  noteLine: number;
  lead: readonly string[];
  support: readonly string[];
  deadline: string;
}>;

/** Units by role and the deadline, counted one by one; a task is found by its line or that of its note. */
const compareTasks = (plan: LabelledPlan, found: readonly FoundTask[], tell: (line: string) => void) => {
  const units: Count = { right: 0, found: 0, labelled: 0 };
  const anyRole: Count = { right: 0, found: 0, labelled: 0 };
  const deadlines: Count = { right: 0, found: 0, labelled: 0 };
  const open = [...found];
  const clean = (name: string): string => name.replace(/\s/g, '');
  for (const label of plan.tasks ?? []) {
    const at = open.findIndex(
      (one) =>
        one.line === label.line || one.noteLine === (label.noteLine ?? label.line) || one.noteLine === label.line,
    );
    const [one] = at < 0 ? [] : open.splice(at, 1);
    if (label.disputed) continue;
    const lead = (one?.lead ?? []).map(clean);
    const support = (one?.support ?? []).map(clean);
    const inherited = label.inheritedSupport.map(clean);
    const roles = [
      [lead, label.lead.map(clean)],
      [support.filter((name) => !inherited.includes(name)), label.support.map(clean)],
    ] as const;
    for (const [ours, theirs] of roles) {
      units.found += ours.length;
      units.labelled += theirs.length;
      units.right += ours.filter((name) => theirs.includes(name)).length;
    }
    const all = [...lead, ...support];
    const labelled = [...label.lead, ...label.support].map(clean);
    anyRole.found += all.length;
    anyRole.labelled += labelled.length;
    anyRole.right += all.filter((name) => labelled.includes(name)).length;
    const dates = [label.deadline, ...(label.orDeadlines ?? [])].filter((date) => date !== '').map(clean);
    const date = clean(one?.deadline ?? '');
    if (date !== '') deadlines.found += 1;
    if (label.deadline !== '' || (date !== '' && dates.length > 0)) deadlines.labelled += 1;
    if (date !== '' && dates.some((other) => other === date || other.includes(date) || date.includes(other)))
      deadlines.right += 1;
    if (!one) tell(`  - ${label.line} ${label.lead.join('、')} | ${label.support.join('、')} | ${label.deadline}`);
    else if (lead.join() !== label.lead.map(clean).join() || support.join() !== label.support.map(clean).join())
      tell(
        `  ≠ ${label.line} ${lead.join('、')} | ${support.join('、')} ≠ ${label.lead.join('、')} | ${label.support.join('、')}`,
      );
    else if (date !== clean(label.deadline) && !dates.includes(date))
      tell(`  ≠ ${label.line} ${date || '—'} ≠ ${label.deadline || '—'}`);
  }
  for (const one of open) {
    units.found += one.lead.length + one.support.length;
    anyRole.found += one.lead.length + one.support.length;
    if (one.deadline !== '') deadlines.found += 1;
    tell(`  + ${one.line} ${one.lead.join('、')} | ${one.support.join('、')} | ${one.deadline}`);
  }
  return { units, anyRole, deadlines };
};

const sum = (counts: readonly Count[]): Count => ({
  right: counts.reduce((total, { right }) => total + right, 0),
  found: counts.reduce((total, { found }) => total + found, 0),
  labelled: counts.reduce((total, { labelled }) => total + labelled, 0),
});

const print = (name: string, count: Count): void => {
  const { precision, recall, f1 } = score(count);
  console.log(
    `${name}: F1 ${f1.toFixed(3)} · precision ${precision.toFixed(3)} · recall ${recall.toFixed(3)} (${count.right} right, ${count.found} found, ${count.labelled} labelled)`,
  );
};

/**
 * What is read of indicators and tasks beside the labels. `--mistakes` lists those of all sets but the
 * held-out one, which gives figures only.
 * @returns the exit code
 */
export const runFigures = async (args: readonly string[]): Promise<number> => {
  const showMistakes = args.includes('--mistakes');
  for (const set of ['development', 'held-out', 'unseen'] as const) {
    const indicators: Count[] = [];
    const tasks: ReturnType<typeof compareTasks>[] = [];
    for (const name of labelledPlanNames()) {
      const plan = readLabelledPlan(name);
      if (plan.set !== set) continue;
      const lines: string[] = [];
      const tell = (line: string): void => void lines.push(line);
      const { document, lines: lineOf } = recogniseText(plan.text);
      const read = readPlan(document, blockFunctions(assessFunctions(document)));
      const line = (id: string): number => lineOf.get(id) ?? 1;
      const found = read.indicators.map(({ blockId, name: named, value, unit, year }) => ({
        line: line(blockId),
        name: named,
        value,
        unit,
        year: year === null ? '' : String(year),
      }));
      indicators.push(compareIndicators(plan, found, tell));
      const foundTasks = read.tasks
        .filter(({ unitsFrom }) => unitsFrom !== null)
        .map(({ blockId, unitsFrom, lead, support, deadline }) => ({
          line: line(blockId),
          noteLine: line(unitsFrom?.blockId ?? blockId),
          lead,
          support,
          deadline: deadline ?? '',
        }));
      if (plan.tasks) tasks.push(compareTasks(plan, foundTasks, tell));
      if (showMistakes && set !== 'held-out') console.log([name, ...lines].join('\n'));
    }
    console.log(`\n${set}`);
    print('indicators (name, value, unit, year)', sum(indicators));
    if (tasks.length === 0) continue;
    print('units of tasks, by role', sum(tasks.map(({ units }) => units)));
    print('units of tasks, any role', sum(tasks.map(({ anyRole }) => anyRole)));
    print('deadlines of tasks', sum(tasks.map(({ deadlines }) => deadlines)));
  }
  const pairs = await measurePairs();
  console.log('\ntasks of a superior plan beside those of the plan below it');
  for (const { name, heldOut, ...count } of pairs) print(heldOut ? `${name} (labelled later)` : name, count);
  print('the first three', sum(pairs.filter(({ heldOut }) => !heldOut)));
  print('those labelled later', sum(pairs.filter(({ heldOut }) => heldOut)));
  print('all of them', sum(pairs));
  console.log('each with the lowest threshold that is right 88 times in 100 on the others');
  const left = leaveOneOut(pairs);
  for (const { name, least, ...count } of left) print(`${name} (from ${least.toFixed(3)})`, count);
  print('all of them', sum(left));
  console.log('\ntasks that serve a goal, or that a safeguard is for');
  for (const { name, kind, heldOut, mistakes, ...count } of measureCoverage()) {
    print(`${name}, ${kind}${heldOut ? ' (held out)' : ''}`, count);
    if (showMistakes && !heldOut) console.log(mistakes.join('\n'));
  }
  return 0;
};

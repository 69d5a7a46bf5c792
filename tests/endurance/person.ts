import type { CDPSession, Page } from '@playwright/test';

/** Numbers from a seed, the same for the same seed. */
export const createChance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit: number): number => Math.floor(next() * limit),
    of: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)]!,
  };
};
export type Chance = ReturnType<typeof createChance>;

/** One thing a person does; it leaves no dialog open. */
export type Gesture = Readonly<{ name: string; weight: number; act(person: Person): Promise<void> }>;

export type Person = Readonly<{
  page: Page;
  devtools: CDPSession;
  chance: Chance;
  /** How much has been typed and pressed so far. */
  done: { characters: number; keys: number };
}>;

const phrases: readonly (readonly [pinyin: string, text: string])[] = [
  ["zhi'liang", '质量'],
  ["ti'sheng", '提升'],
  ["jian'quan", '健全'],
  ["biao'zhun", '标准'],
  ["fu'wu", '服务'],
  ["qi'ye", '企业'],
  ['，', '，'],
  ["cheng'xiao", '成效'],
  ["luo'shi", '落实'],
  ['。', '。'],
];

const press = async ({ page, done }: Person, key: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  done.keys += times;
};
const type = async ({ page, done }: Person, text: string): Promise<void> => {
  await page.keyboard.type(text);
  done.keys += text.length;
  done.characters += text.length;
};
const spell = async ({ devtools }: Person, pinyin: string): Promise<void> => {
  for (let end = 1; end <= pinyin.length; end += 1)
    await devtools.send('Input.imeSetComposition', {
      text: pinyin.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
};
const compose = async (person: Person, words = 1 + person.chance.below(4)): Promise<void> => {
  for (let word = 0; word < words; word += 1) {
    const [pinyin, text] = person.chance.of(phrases);
    await spell(person, pinyin);
    await person.devtools.send('Input.insertText', { text });
    person.done.keys += pinyin.length;
    person.done.characters += text.length;
  }
};
const toPaper = ({ page }: Person) => page.locator('.paper').focus();
/** Chooses in a dialog and waits until it is gone, however it ends. */
const inDialog = async (person: Person, open: string, words: string, keys: readonly string[]): Promise<void> => {
  const dialog = person.page.getByRole('dialog');
  await press(person, open);
  await dialog.waitFor({ timeout: 2000 }).catch(() => undefined);
  if ((await dialog.count()) === 0) return;
  await person.page.keyboard.insertText(words);
  for (const key of keys) await press(person, key);
  for (let time = 0; time < 3 && (await dialog.count()) > 0; time += 1) {
    await press(person, 'Escape');
    await dialog.waitFor({ state: 'detached', timeout: 500 }).catch(() => undefined);
  }
};
const inOutline = async (person: Person, keys: readonly string[]): Promise<void> => {
  const rows = person.page.getByRole('treeitem');
  const count = await rows.count();
  if (count === 0) return;
  await rows.nth(person.chance.below(count)).focus();
  for (const key of keys) await press(person, key);
  await press(person, 'Escape');
  await toPaper(person);
};
/** Into a cell of some table. */
const inTable = async (person: Person): Promise<boolean> => {
  const cells = person.page.locator('.paper td');
  const count = await cells.count();
  if (count === 0) return false;
  const cell = cells.nth(person.chance.below(count));
  await cell.scrollIntoViewIfNeeded();
  await cell.click();
  return true;
};
const tableTool = async (person: Person, name: string): Promise<void> => {
  if (!(await inTable(person))) return;
  const button = person.page.getByRole('toolbar', { name: '表格' }).getByRole('button', { name, exact: true });
  await button.click({ timeout: 2000 }).catch(() => undefined);
};

/** What the person does, the common more often. The caret stands in the block whose turn it is. */
export const gestures: readonly Gesture[] = [
  { name: 'compose', weight: 24, act: (person) => compose(person) },
  {
    name: 'compose, cancelled',
    weight: 3,
    act: async (person) => {
      await spell(person, "qu'xiao");
      await person.devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    },
  },
  { name: 'type figures', weight: 5, act: (person) => type(person, `${person.chance.below(100)}%`) },
  {
    name: 'Enter and go on',
    weight: 8,
    act: async (person) => {
      await press(person, 'Enter');
      await compose(person);
    },
  },
  { name: 'Backspace', weight: 10, act: (person) => press(person, 'Backspace', 1 + person.chance.below(4)) },
  { name: 'Delete', weight: 4, act: (person) => press(person, 'Delete', 1 + person.chance.below(2)) },
  {
    name: 'Backspace at the start',
    weight: 3,
    act: async (person) => {
      await press(person, 'Home');
      await press(person, 'Backspace');
    },
  },
  { name: 'Tab', weight: 4, act: (person) => press(person, 'Tab') },
  { name: 'Shift+Tab', weight: 4, act: (person) => press(person, 'Shift+Tab') },
  { name: 'Alt+Up', weight: 3, act: (person) => press(person, 'Alt+ArrowUp') },
  { name: 'Alt+Down', weight: 3, act: (person) => press(person, 'Alt+ArrowDown') },
  { name: 'undo', weight: 12, act: (person) => press(person, 'Control+z', 1 + person.chance.below(4)) },
  { name: 'redo', weight: 5, act: (person) => press(person, 'Control+y', 1 + person.chance.below(3)) },
  {
    name: 'select and replace',
    weight: 4,
    act: async (person) => {
      await press(person, 'Shift+ArrowLeft', 2 + person.chance.below(4));
      await compose(person, 1);
    },
  },
  {
    name: 'cut across blocks, paste elsewhere',
    weight: 3,
    act: async (person) => {
      await press(person, 'Shift+ArrowUp', 1 + person.chance.below(2));
      await press(person, 'Control+x');
      await press(person, 'ArrowDown');
      await press(person, 'End');
      await press(person, 'Control+v');
    },
  },
  {
    name: 'number at the start',
    weight: 3,
    act: async (person) => {
      await press(person, 'End');
      await press(person, 'Enter');
      await person.devtools.send('Input.insertText', { text: person.chance.of(['一、', '（一）', '1.']) });
      await compose(person, 2);
    },
  },
  {
    name: 'insert menu',
    weight: 3,
    act: async (person) => {
      await press(person, 'End');
      await press(person, 'Enter');
      await type(person, '/');
      await press(person, 'ArrowDown', person.chance.below(4));
      await press(person, 'Enter');
      await person.page.keyboard.press('Escape');
    },
  },
  {
    name: 'table: write',
    weight: 5,
    act: async (person) => void ((await inTable(person)) && (await compose(person, 1))),
  },
  {
    name: 'table: Tab through cells',
    weight: 3,
    act: async (person) => {
      if (!(await inTable(person))) return;
      await press(person, 'Tab', 3);
      await type(person, '12.5');
    },
  },
  { name: 'table: row', weight: 2, act: (person) => tableTool(person, '在下方插入行') },
  { name: 'table: column', weight: 1, act: (person) => tableTool(person, '在右侧插入列') },
  { name: 'table: delete a row', weight: 2, act: (person) => tableTool(person, '删除行') },
  {
    name: 'table: merge and undo',
    weight: 2,
    act: async (person) => {
      if (!(await inTable(person))) return;
      await press(person, 'End');
      await press(person, 'Shift+ArrowRight');
      const merge = person.page.getByRole('toolbar', { name: '表格' }).getByRole('button', { name: '合并单元格' });
      await merge.click({ timeout: 2000 }).catch(() => undefined);
      await press(person, 'Control+z');
    },
  },
  {
    name: 'find and replace all, undo',
    weight: 2,
    act: async (person) => {
      await press(person, 'Control+h');
      await person.page.getByRole('textbox', { name: '查找内容' }).fill(person.chance.of(['质量', '服务', '标准']));
      await person.page.getByRole('textbox', { name: '替换为' }).fill('新词');
      await person.page
        .getByRole('button', { name: /全部替换/ })
        .click({ timeout: 3000 })
        .catch(() => undefined);
      await person.page.getByRole('textbox', { name: '查找内容' }).focus();
      await press(person, 'Escape');
      await toPaper(person);
      await press(person, 'Control+z');
    },
  },
  { name: 'reference', weight: 3, act: (person) => inDialog(person, 'Control+Shift+Y', '', ['ArrowDown', 'Enter']) },
  {
    name: 'unit note',
    weight: 2,
    act: (person) => inDialog(person, 'Control+Shift+R', '市质监局', ['Enter', 'Enter']),
  },
  { name: 'palette', weight: 2, act: (person) => inDialog(person, 'Control+k', '插入列项', ['Enter']) },
  { name: 'next finding', weight: 2, act: (person) => press(person, 'F8') },
  {
    name: 'outline: move',
    weight: 3,
    act: (person) => inOutline(person, ['Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp']),
  },
  { name: 'outline: level', weight: 2, act: (person) => inOutline(person, ['Tab', 'Shift+Tab']) },
  { name: 'outline: fold', weight: 3, act: (person) => inOutline(person, ['ArrowLeft', 'ArrowDown', 'ArrowRight']) },
  {
    name: 'outline: delete and undo',
    weight: 2,
    act: async (person) => {
      await inOutline(person, ['Delete']);
      await press(person, 'Control+z');
    },
  },
  {
    name: 'one chapter alone',
    weight: 2,
    act: async (person) => {
      await press(person, 'Control+Shift+L');
      await compose(person, 1);
      await press(person, 'Control+Shift+L');
    },
  },
  {
    name: 'zoom',
    weight: 1,
    act: async (person) => {
      await press(person, 'Control+=');
      await press(person, 'Control+-');
    },
  },
];

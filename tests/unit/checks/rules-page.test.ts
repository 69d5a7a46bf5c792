import { expect, it } from 'vitest';
import { allChecks } from '../../../shared/checks/all-checks';
import { rulesPage } from './rules-page';

it('the page of rules in docs/ says what the rules say', async () => {
  const page = rulesPage();
  for (const { id } of allChecks) expect(page).toContain(id);
  await expect(page).toMatchFileSnapshot('../../../docs/rules.md');
});

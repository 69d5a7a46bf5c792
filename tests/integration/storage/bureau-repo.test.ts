import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../../electron/storage/open-library';
import { shippedTemplates } from '../../../shared/templates/templates';
import { shippedUnits } from '../../../shared/units/unit-dictionary';
import { temporaryLibrary } from './temporary-folder';

const own = { ...shippedTemplates()[0]!, id: 'own-1', name: '市质量局实施意见' };

describe('what a bureau has set up', () => {
  it('is there after the next start', async () => {
    const places = temporaryLibrary();
    const first = await openLibrary(places);
    first.bureau.saveTemplate(own);
    first.bureau.saveUnits(shippedUnits.slice(0, 3));
    first.close();
    const second = await openLibrary(places);
    onTestFinished(second.close);
    expect(second.bureau.templates()).toEqual([own]);
    expect(second.bureau.units()).toEqual(shippedUnits.slice(0, 3));
    second.bureau.deleteTemplate('own-1');
    expect(second.bureau.templates()).toEqual([]);
    expect(() => second.bureau.deleteTemplate('own-1')).toThrow('这个模板已经不在了');
  });

  it('begins with the shipped dictionary and no template', async () => {
    const library = await openLibrary(temporaryLibrary());
    onTestFinished(library.close);
    expect(library.bureau.templates()).toEqual([]);
    expect(library.bureau.units()).toEqual(shippedUnits);
  });

  it('counts a version for every change of a template, and none for storing it again', async () => {
    const library = await openLibrary(temporaryLibrary());
    onTestFinished(library.close);
    const { saveTemplate } = library.bureau;
    expect(saveTemplate(own).version).toBe(1);
    expect(saveTemplate(own).version).toBe(1);
    expect(saveTemplate({ ...own, description: '本局用' }).version).toBe(2);
    expect(saveTemplate({ ...own, description: '本局和区县用' }).version).toBe(3);
  });
});

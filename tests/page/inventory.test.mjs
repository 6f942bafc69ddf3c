// A list is cleaned up, corrected, downloaded, checked, and becomes a property list.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import {
  control,
  expectAccessible,
  expectNoSecrets,
  expectQuiet,
  field,
  open,
  shot,
  start,
  steps,
  stop,
} from './harness.mjs';
import {
  NO_STOREFRONT,
  area,
  cells,
  heading,
  isFocused,
  openSection,
  paste,
  pile,
  piles,
  row,
  tabTo,
  textBox,
} from './inventory.mjs';

before(start);
after(stop);

const MESSY = [
  'nytimes.com',
  'https://www.cnn.com/politics?x=1',
  'com.facebook.katana',
  'NYTimes.com',
  '284882215',
  'not a domain',
  '',
  '# ours',
  'co.uk',
  'ROKU,12',
  'unknown-site.xyz',
  'registered-site.example',
  'doubleclick.net',
  'm.bbc.com',
];

test('a messy list becomes a property list', async (t) => {
  const tab = await open();
  const { page } = tab;
  const step = steps(t);

  await step('says that there is nothing yet', async () => {
    await openSection(tab);
    await page.getByRole('heading', { name: 'No list yet' }).waitFor();
    await page.getByRole('button', { name: 'Clean up' }).click();
    await page.getByText('There is no list yet. Paste one, or choose a file.').waitFor();
    assert.equal(await area(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await isFocused(area(page)), true);
    await expectAccessible(page);
    await shot(page, 'inventory-empty');
  });

  await step('sorts the lines', async () => {
    await area(page).fill(MESSY.join('\n'));
    await page.getByRole('button', { name: 'Clean up' }).click();
    await heading(page, 'The list has 8 of 14 lines').waitFor();
    assert.equal(await isFocused(heading(page, 'The list has 8 of 14 lines')), true, 'the result has the focus');
    assert.deepEqual(await piles(page), [
      'Kept as they were 6 42.9%',
      'Changed 2 14.3%',
      'Duplicates 1 7.1%',
      'Invalid 3 21.4%',
      'Blank 2 14.3%',
      'Worth a look 1',
    ]);
    assert.equal(await area(page).getAttribute('aria-invalid'), 'false');
    await expectAccessible(page);
    await shot(page, 'inventory-sorted');
  });

  await step('shows the lines of a pile', async () => {
    assert.deepEqual((await cells(page)).slice(0, 2), [
      ['1', 'nytimes.com', 'nytimes.com Website', ''],
      ['9', 'co.uk', 'co.uk Website', 'Names are sold under this one; it is nobody\'s site.'],
    ]);
    await pile(page, 'Worth a look').check();
    assert.deepEqual((await cells(page)).map(([line]) => line), ['9']);
    await pile(page, 'Duplicates').check();
    assert.deepEqual(await cells(page), [['4', 'NYTimes.com', 'nytimes.com Website', 'The same as line 1.']]);
    await pile(page, 'Invalid').check();
    assert.deepEqual((await cells(page)).map(([line]) => line), ['3', '5', '6']);
    assert.match((await cells(page))[0][3], /It looks like the type bundle_id\.$/);
    await expectAccessible(page);
    await shot(page, 'inventory-invalid');
  });

  await step('takes the suggestions', async () => {
    await page.getByRole('button', { name: 'Take all 2 as what they are' }).click();
    await heading(page, 'The list has 10 of 14 lines').waitFor();
    await page.getByText('2 entries more in the list.').waitFor();
    await pile(page, 'Changed').check();
    const taken = 'It was taken as the type that it looks like.';
    assert.deepEqual((await cells(page)).slice(1, 3), [
      ['3', 'com.facebook.katana', 'com.facebook.katana Bundle of any store', taken],
      ['5', '284882215', '284882215 App Store ID', taken],
    ]);
    await pile(page, 'Invalid').check();
    assert.deepEqual(await cells(page), [
      ['6', 'not a domain', '', 'It has a space in it, which cannot stand there.'],
    ]);
    assert.equal(await page.getByRole('button', { name: /^Take/ }).count(), 0);
  });

  await step('saves it as CSV', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'inventory-clean.csv');
    const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    assert.equal(rows.length, 1 + 12, 'titles, and what is not blank');
    assert.equal(rows[3], 'bundle_id,com.facebook.katana,changed,It was taken as the type that it looks like.,3,com.facebook.katana');
  });

  await step('checks it, and says what the registry says line by line', async () => {
    await page.getByRole('button', { name: 'Check with the service' }).click();
    const answer = page.locator('.card', { has: page.getByRole('heading', { name: 'Check with the service' }) });
    await answer.locator('.pile').first().waitFor();
    assert.deepEqual(await piles(answer), ['To take out 1 10%', 'Not in the registry 4 40%', 'Nothing wrong 5 50%']);
    const why = 'The registry says to take it out. Its reason: blocked (ad_server).';
    assert.deepEqual(await cells(answer), [['13', 'doubleclick.net', 'doubleclick.net Website', why]]);
    await pile(answer, 'Not in the registry').check();
    assert.deepEqual((await cells(answer)).map(([line]) => line), ['3', '5', '10', '11']);
    await expectAccessible(page);
    await shot(page, 'inventory-checked');
  });

  await step('adds the advertiser whose list it is, once its brand was looked at', async () => {
    await page.getByText('There is no advertiser yet.').waitFor();
    await textBox(page, 'Name').fill('Tern Coffee');
    await field(page, 'Brand domain').fill('tern-coffee.example');
    await page.getByRole('button', { name: 'Add advertiser' }).click();
    await page.getByText('The brand was found, and is not registered yet: Tern Coffee').waitFor();
    await page.getByRole('button', { name: 'Add advertiser' }).click();
    await page.getByText('Tern Coffee was added.').waitFor();
    assert.equal(await field(page, 'Advertiser').locator('option:checked').textContent(), 'Tern Coffee');
  });

  await step('creates the list, and says which lines will target', async () => {
    await page.getByRole('button', { name: 'Create list' }).click();
    await page.getByRole('alert').filter({ hasText: 'Nothing was sent.' }).waitFor();
    await textBox(page, 'Name').fill('Spring');
    await page.getByRole('radio', { name: 'Include' }).check();
    await page.getByRole('button', { name: 'Create list' }).click();
    await heading(page, 'Spring was created').waitFor();
    const answer = page.locator('.card', { has: page.getByRole('heading', { name: 'Create list' }) });
    assert.deepEqual(await piles(answer), [
      'Not known, will not target 2 20%',
      'Known, cannot be targeted yet 1 10%',
      'Will target 7 70%',
    ]);
    assert.deepEqual((await cells(answer)).map(([line, given]) => `${line} ${given}`), [
      '11 unknown-site.xyz',
      '13 doubleclick.net',
    ]);
    await expectAccessible(page);
    await shot(page, 'inventory-created');
  });

  await expectNoSecrets(tab);
  await expectQuiet(tab, [NO_STOREFRONT, '400 /api/v2/buyer/advertisers']);
});

test('everything can be reached by keyboard', async () => {
  const tab = await open();
  const { page } = tab;
  const { keyboard } = page;
  await openSection(tab);
  await area(page).focus();
  await keyboard.type('x.com\ny.com\n');
  for (let line = 0; line < 60; line += 1) await keyboard.insertText(`site-${line}.example\n`);
  await tabTo(page, 'Clean up');
  await keyboard.press('Enter');
  await heading(page, 'The list has 62 of 62 lines').waitFor();
  await tabTo(page, 'Kept as they were 62 100%');
  await keyboard.press('ArrowDown');
  await page.getByText('No line had to be changed.').waitFor();
  await keyboard.press('ArrowUp');
  await row(page, 2).waitFor();
  await tabTo(page, 'Kept as they were');
  await keyboard.press('End');
  await row(page, 63).waitFor();
  assert.equal(await row(page, 2).count(), 0, 'the first line is far away');
  assert.equal(await page.getByRole('table').getAttribute('aria-rowcount'), '63');
  await keyboard.press('Home');
  await row(page, 2).waitFor();
  await keyboard.press('PageDown');
  await page.waitForFunction(() => document.querySelector('.long').scrollTop > 100);
  await tabTo(page, 'Check with the service');
  await expectQuiet(tab, [NO_STOREFRONT]);
});

describe('when something is in the way', () => {
  test('the service is down: it is said, and can be tried again', async () => {
    const tab = await open();
    const { page } = tab;
    const token = await openSection(tab);
    await area(page).fill('nytimes.com');
    await page.getByRole('button', { name: 'Clean up' }).click();
    const fault = { kind: 'status', status: 403, code: 'FORBIDDEN', message: 'Not for you.' };
    await control(token, 'faults', { match: { pathSuffix: '/check' }, fault });
    await page.getByRole('button', { name: 'Check with the service' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'The token does not allow this' });
    await notice.getByText('Not for you.').waitFor();
    assert.equal(await isFocused(notice), true);
    await shot(page, 'inventory-refused');
    await page.getByRole('button', { name: 'Check with the service' }).click();
    await page.getByRole('radio', { name: /^Nothing wrong/ }).waitFor();
    assert.equal(await notice.count(), 0);
    await expectQuiet(tab, [NO_STOREFRONT, '403 /api/v2/buyer/property-lists/check']);
  });

  test('a list of nothing is not sent', async () => {
    const tab = await open();
    const { page } = tab;
    await openSection(tab);
    await area(page).fill('nothing here\n');
    await area(page).press('Tab');
    await page.getByRole('button', { name: 'Clean up' }).click();
    await page.getByText('there is nothing to check or to create').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Check with the service' }).count(), 0);
    await expectAccessible(page);
    await expectQuiet(tab, [NO_STOREFRONT]);
  });

  test('a spreadsheet is not read as text', async () => {
    const tab = await open();
    const { page } = tab;
    await openSection(tab);
    const file = { name: 'Sites.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') };
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByText('Sites.xlsx is a spreadsheet. Save it as CSV there, and choose that file.').waitFor();
    await heading(page, 'No list yet').waitFor();
    await expectQuiet(tab, [NO_STOREFRONT]);
  });

  test('more than the service takes is told before it is sent', async () => {
    const tab = await open();
    const { page } = tab;
    await openSection(tab);
    const text = Array.from({ length: 250_000 }, (_, index) => `site-${index}.example`).join('\n');
    await paste(page, text);
    await page.getByRole('button', { name: 'Check with the service' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'This cannot be sent as it is' });
    await notice.getByText('identifiers must have at most 100,000 items.').waitFor();
    // Browsers lay out no box that is high enough for so many rows: its scroll bar goes faster.
    await page.locator('.long').focus();
    await page.keyboard.press('End');
    await row(page, 250_001).waitFor();
    const [box, last] = await Promise.all([page.locator('.long').boundingBox(), row(page, 250_001).boundingBox()]);
    assert.ok(Math.abs(last.y + last.height - (box.y + box.height)) < 4, 'the last line stands at the end of the box');
    await page.keyboard.press('Home');
    await row(page, 2).waitFor();
    await expectQuiet(tab, [NO_STOREFRONT]);
  });

  test('titles stay titles when suggestions are taken', async () => {
    const tab = await open();
    const { page } = tab;
    await openSection(tab);
    await area(page).fill('name,domain\na,nytimes.com\nb,www.cnn.com\nc,https://apps.apple.com/us/app/x/id284882215');
    await page.getByRole('button', { name: 'Clean up' }).click();
    await heading(page, 'The list has 2 of 4 lines').waitFor();
    await page.getByRole('button', { name: 'Take it as what it is' }).click();
    await heading(page, 'The list has 3 of 4 lines').waitFor();
    assert.equal((await piles(page)).at(-1), 'Blank 1 25%');
    await expectQuiet(tab, [NO_STOREFRONT]);
  });

  test('another type reads the list again', async () => {
    const tab = await open();
    const { page } = tab;
    await openSection(tab);
    await area(page).fill('284882215\n284882216');
    await page.getByRole('button', { name: 'Clean up' }).click();
    await heading(page, 'The list has 0 of 2 lines').waitFor();
    await field(page, 'Type of entries without one').selectOption({ label: 'App Store ID' });
    await heading(page, 'The list has 2 of 2 lines').waitFor();
    await expectQuiet(tab, [NO_STOREFRONT]);
  });
});

// Living with sources: diagnose, rotate, disable, re-enable, delete; and what readiness makes of them.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  API,
  addSource,
  connectWithStorefront,
  control,
  describeAgent,
  expectAccessible,
  expectNoSecrets,
  expectQuiet,
  field,
  message,
  open,
  send,
  shot,
  start,
  steps,
  stop,
  typeSecret,
} from './harness.mjs';

before(start);
after(stop);

const SOURCE = `${API}/inventory-sources/nightjar`;

// They do not meet: every test has a world and a tab of its own.
describe('living with sources', { concurrency: 3 }, () => {
  test('a source with a wrong credential is diagnosed, rotated, and active', async (t) => {
    const tab = await open();
    const { page, notes } = tab;
    const step = steps(t);
    let token;

    await step('stays pending, and offers help', async () => {
      token = await connectWithStorefront(tab);
      await page.clock.install();
      await page.getByRole('link', { name: 'Inventory', exact: true }).click();
      await page.getByRole('heading', { name: 'No inventory source yet' }).waitFor();
      await expectAccessible(page);
      await shot(page, 'sources-empty');
      await page.getByRole('link', { name: 'Add your first source' }).click();
      await describeAgent(page, { name: 'Nightjar' });
      await page.getByRole('radio', { name: 'API key' }).check();
      await typeSecret(tab, 'Key or token', 'wrong-key-1234');
      await page.getByRole('button', { name: 'Add source' }).click();
      await page.getByRole('heading', { name: 'Connecting to the agent' }).waitFor();
      await page.clock.fastForward(7_000);
      await page.getByRole('heading', { name: 'Still pending' }).waitFor();
      const panel = page.getByRole('status').filter({ hasText: 'Still pending' });
      assert.equal(await panel.getByRole('link', { name: 'Rotate credential' }).count(), 1);
      await expectAccessible(page);
      await shot(page, 'source-pending');
      await panel.getByRole('link', { name: 'Diagnose' }).click();
    });

    await step('says in plain words what is wrong, for a time that can be chosen', async () => {
      await page.getByRole('heading', { name: 'Failing' }).waitFor();
      await page.getByText('The source refuses the configured credential. Seen 24 times').waitFor();
      await page.getByText('Replace the credential by one that the source accepts.').waitFor();
      assert.match(
        await page.locator('section', { has: page.getByRole('heading', { name: 'Health' }) }).innerText(),
        /Unhealthy[\s\S]*AUTH_REJECTED/,
      );
      for (const [label, hours] of [
        ['7 days', '168'],
        ['30 days', '720'],
        ['24 hours', '24'],
      ]) {
        const asked = page.waitForRequest((request) =>
          request.url().endsWith(`/nightjar/diagnostics?windowHours=${hours}`),
        );
        await page.getByRole('radio', { name: label }).check();
        await asked;
        await page.getByText(`Seen ${hours} times`).waitFor();
      }
      await expectAccessible(page);
      await shot(page, 'diagnosis');
    });

    await step('takes another credential, with the same checks as the first', async () => {
      await page.getByRole('link', { name: 'Rotate credential' }).click();
      await page.getByRole('heading', { level: 1, name: 'Rotate the credential' }).waitFor();
      await page.getByRole('button', { name: 'Rotate credential' }).click();
      await message(page, 'auth.token').getByText('auth.token is required.').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.name), 'auth.token');
      await typeSecret(tab, 'Key or token', 'another-wrong-one');
      await expectAccessible(page);
      await shot(page, 'rotate');
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'PUT'),
        page.getByRole('button', { name: 'Rotate credential' }).click(),
      ]);
      assert.deepEqual(request.postDataJSON(), { auth: { type: 'bearer', token: 'another-wrong-one' } });
      await page.getByRole('heading', { name: 'Connecting to the agent' }).waitFor();
      await page.clock.fastForward(7_000);
      await page.getByRole('heading', { name: 'Still pending' }).waitFor();
    });

    await step('becomes active once the credential is right', async () => {
      await page.getByRole('button', { name: 'Rotate credential' }).click();
      await typeSecret(tab, 'Key or token', 'right-this-time');
      await page.getByRole('button', { name: 'Rotate credential' }).click();
      await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
      await expectNoSecrets(tab);
    });

    await step('is disabled and enabled again', async () => {
      await page.getByRole('button', { name: 'Disable' }).click();
      await page.getByRole('status').getByRole('heading', { name: 'Disabled' }).waitFor();
      await page.getByText('Nightjar is now disabled.').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Re-enable' }).click();
      await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
      await page.getByRole('link', { name: 'Inventory sources' }).click();
      await page.getByRole('button', { name: 'Actions for Nightjar' }).click();
      await page.getByRole('menuitem', { name: 'Disable' }).click();
      await page.getByRole('cell', { name: 'Disabled' }).waitFor();
      await page.getByRole('button', { name: 'Actions for Nightjar' }).click();
      await expectAccessible(page);
      await shot(page, 'sources-menu');
      await page.getByRole('menuitem', { name: 'Re-enable' }).click();
      await page.getByRole('cell', { name: 'Active', exact: true }).waitFor();
    });

    await step('is not deleted while a media buy is live', async () => {
      await control(token, 'plant', { what: 'media-buy', sourceId: 'nightjar', status: 'PAUSED' });
      await page.getByRole('button', { name: 'Actions for Nightjar' }).click();
      await page.getByRole('menuitem', { name: 'Delete…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete Nightjar?' });
      await dialog.getByText('This cannot be undone.').waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Delete source' }).click();
      await dialog
        .getByRole('alert')
        .getByText('The agent of this source still has media buys that have not ended.', { exact: true })
        .waitFor();
      await expectAccessible(page);
      await shot(page, 'delete-refused');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.equal(
        await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
        'Actions for Nightjar',
      );
      assert.equal((await control(token, 'effects')).deleteInventorySource, 0);
    });

    await step('is deleted once the media buy has ended', async () => {
      await control(token, 'plant', { what: 'media-buy', sourceId: 'nightjar', status: 'CANCELED' });
      await page.getByRole('button', { name: 'Actions for Nightjar' }).click();
      await page.getByRole('menuitem', { name: 'Delete…' }).click();
      await page.getByRole('button', { name: 'Delete source' }).click();
      await page.getByRole('heading', { name: 'No inventory source yet' }).waitFor();
      await page.getByText('Nightjar was deleted.').waitFor();
      assert.equal((await control(token, 'effects')).deleteInventorySource, 1);
      assert.ok(notes.secrets.size >= 4);
      await expectNoSecrets(tab);
    });

    await expectQuiet(tab, [`400 ${SOURCE}`]);
  });

  test('readiness says what is missing and leads to where it is put right', async (t) => {
    const tab = await open();
    const { page } = tab;
    const step = steps(t);
    let token;

    await step('lists what blocks, with what to do', async () => {
      token = await connectWithStorefront(tab);
      await addSource(token, 'Nightjar', { auth: { type: 'bearer', token: 'wrong' } });
      await page.getByRole('link', { name: 'Readiness', exact: true }).click();
      await page.getByRole('heading', { name: 'Not ready yet' }).waitFor();
      await page.getByText('2 of 5 required checks complete').waitFor();
      const blocking = page
        .locator('section', { has: page.getByRole('heading', { name: 'What to do' }) })
        .getByRole('listitem');
      assert.deepEqual(await blocking.getByRole('heading').allTextContents(), [
        'Agent status',
        'Agent authentication',
        'Settlement currency',
      ]);
      await blocking
        .filter({ hasText: 'Settlement currency' })
        .getByText('Set defaultCurrency on the storefront.')
        .waitFor();
      await expectAccessible(page);
      await shot(page, 'readiness');
    });

    await step('leads from a failing source to its diagnosis', async () => {
      await page
        .getByRole('listitem')
        .filter({ hasText: 'The source refuses the configured credential.' })
        .getByRole('link', { name: 'Diagnose' })
        .click();
      await page.getByRole('heading', { name: 'Failing' }).waitFor();
      await send(token, 'PUT', '/inventory-sources/nightjar', { auth: { type: 'bearer', token: 'good' } });
    });

    await step('changes the storefront, sending only what changed', async () => {
      await page.getByRole('link', { name: 'Readiness', exact: true }).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Settlement currency' })
        .getByRole('link', { name: 'Go to the storefront' })
        .click();
      await page.getByText('Change details').click();
      await field(page, 'Contact for buyers').fill('Ada');
      await field(page, 'Settlement currency').fill('EUR');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await message(page, 'demandContactEmail').getByText('must be set or cleared together').waitFor();
      await field(page, 'Contact’s e-mail address').fill('ada@harbour-lights.example');
      await expectAccessible(page);
      await shot(page, 'storefront-change');
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'PUT'),
        page.getByRole('button', { name: 'Save changes' }).click(),
      ]);
      assert.deepEqual(request.postDataJSON(), {
        defaultCurrency: 'EUR',
        demandContactName: 'Ada',
        demandContactEmail: 'ada@harbour-lights.example',
      });
      await page.getByText('Every required check is complete.').waitFor();
      await page.getByRole('link', { name: 'Readiness', exact: true }).click();
      await page.getByRole('heading', { level: 2, name: 'Live' }).waitFor();
      await expectAccessible(page);
      await shot(page, 'readiness-live');
    });

    await expectQuiet(tab);
  });

  test('a source that is not an external agent is shown, and offers only what can be done with it', async () => {
    const tab = await open();
    const { page } = tab;
    const token = await connectWithStorefront(tab);
    await control(token, 'plant', {
      what: 'ad-server-source',
      adServer: 'google_ad_manager',
      sourceId: 'gam',
      name: 'Ad Manager',
    });
    await page.getByRole('link', { name: 'Inventory', exact: true }).click();
    await page.getByRole('button', { name: 'Actions for Ad Manager' }).click();
    assert.deepEqual(await page.getByRole('menuitem').allTextContents(), ['Diagnose', 'Delete…']);
    await page.getByRole('link', { name: 'Ad Manager' }).click();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    await page.evaluate(() => (location.hash = '#/sources/of/gam/credential'));
    await page.getByText('Ad Manager has no credential that could be rotated.').waitFor();
    await expectAccessible(page);
    await expectQuiet(tab);
  });
});

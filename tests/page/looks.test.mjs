// Every view on a phone and in the dark: readable, reachable, without a violation, and with a picture to look at.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  BASE,
  addSource,
  connect,
  connectWithStorefront,
  control,
  expectAccessible,
  expectQuiet,
  open,
  shot,
  start,
  stop,
  API,
} from './harness.mjs';

before(start);
after(stop);

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const MODES = {
  phone: { ...PHONE, colorScheme: 'light' },
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  dark: { colorScheme: 'dark' },
};

describe('every view', { concurrency: 3 }, () => {
  for (const [mode, options] of Object.entries(MODES)) {
    test(mode, async () => {
      const tab = await open(options);
      const { page } = tab;
      const look = async (name) => {
        await expectFits(page, name, options.isMobile);
        // In the dark only the colours are different.
        await expectAccessible(page, mode === 'phone' ? undefined : ['color-contrast']);
        await shot(page, `${mode}-${name}`);
      };
      await beginning(page, tab, look);
      const token = await connectWithStorefront(tab);
      await page.getByText('Go live').waitFor();
      await look('storefront');
      await sources(page, token, look);
      await oneSource(page, look);
      await cleanUp(page, look);
      await page.evaluate(() => (location.hash = '#/readiness'));
      await page.getByRole('heading', { name: 'Not ready yet' }).waitFor();
      await look('readiness');
      await expectQuiet(tab, [`404 ${API}`]);
    });
  }
});

async function beginning(page, tab, look) {
  await page.goto(`${BASE}/`);
  await page.getByRole('radio', { name: 'Your own address and token' }).check();
  await look('connect');
  await connect(tab);
  await page.getByLabel('Brand domain').fill('harbour-lights.example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Create storefront' }).waitFor();
  await look('brand');
}

async function sources(page, token, look) {
  await page.evaluate(() => (location.hash = '#/sources/new'));
  await page.getByRole('radio', { name: 'Signed token (JWT)' }).check();
  await page.getByText('More options').click();
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByRole('alert').filter({ hasText: 'Nothing was sent.' }).waitFor();
  await look('source-form');
  await addSource(token, 'A source with a rather long name that has to be broken somewhere', {
    auth: { type: 'bearer', token: 'wrong' },
  });
  await addSource(token, 'Partner', { authenticationType: 'OAUTH' });
  await control(token, 'plant', {
    what: 'ad-server-source',
    adServer: 'springserve',
    sourceId: 'ads',
    name: 'Ad server',
  });
  await page.evaluate(() => (location.hash = '#/sources'));
  await page.getByRole('button', { name: 'Actions for Partner' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).waitFor();
  await look('sources');
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('dialog').waitFor();
  await look('delete');
  await page.getByRole('button', { name: 'Cancel' }).click();
}

async function oneSource(page, look) {
  await page.evaluate(() => (location.hash = '#/sources/of/partner'));
  await page.getByRole('heading', { name: 'Waiting for your consent' }).waitFor();
  await look('source');
  const id = 'a-source-with-a-rather-long-name-that-has-to-be-broken-somewhere';
  await page.evaluate((hash) => (location.hash = hash), `#/sources/of/${id}/diagnose`);
  await page.getByRole('heading', { name: 'By tool' }).waitFor();
  await look('diagnosis');
  await page.evaluate((hash) => (location.hash = hash), `#/sources/of/${id}/credential`);
  await page.getByRole('button', { name: 'Rotate credential' }).waitFor();
  await look('rotate');
}

async function cleanUp(page, look) {
  await page.evaluate(() => (location.hash = '#/clean-up'));
  const lines = ['nytimes.com', 'https://user@www.a-rather-long-name-of-a-site.example:8080/x', '284882215', 'x y', ''];
  await page.getByLabel('Your list').fill([...lines, 'unknown.example'].join('\n'));
  await page.getByRole('button', { name: 'Clean up' }).click();
  await page.getByRole('button', { name: 'Take it as what it is' }).waitFor();
  await page.getByRole('radio', { name: /^Changed/ }).check();
  await look('inventory');
  await page.getByRole('button', { name: 'Check with the service' }).click();
  await page.getByRole('radio', { name: /^Nothing wrong/ }).waitFor();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Larkspur');
  await page.getByLabel('Brand domain').fill('larkspur.example');
  await page.getByRole('button', { name: 'Add advertiser' }).click();
  await page.getByRole('button', { name: 'Create list' }).waitFor();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Autumn');
  await page.getByRole('radio', { name: 'Exclude' }).check();
  await page.getByRole('button', { name: 'Create list' }).click();
  await page.getByRole('heading', { name: 'Autumn was created' }).waitFor();
  await look('inventory-created');
}

/** Nothing sticks out at the side or is squeezed into a column, and on a phone a finger hits what it is to hit. */
async function expectFits(page, name, isPhone) {
  // A phone's browser would zoom out until everything fits, so its own idea of the width says nothing.
  const { width, squeezed, small } = await page.evaluate((available) => {
    const targets = [
      ...document.querySelectorAll(
        'a, button, summary, select, textarea, input:not([type=radio], [type=checkbox]), label:has(> input)',
      ),
    ];
    const isShown = (element) => element.checkVisibility() && !element.classList.contains('skip');
    const hit = targets
      .filter(isShown)
      .map((element) => [element.outerHTML.slice(0, 90), element.getBoundingClientRect()]);
    const hasWords = (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3);
    const texts = [...document.querySelectorAll('main *')].filter(
      (element) => hasWords(element) && element.checkVisibility(),
    );
    const boxes = texts.map((element) => [element.outerHTML.slice(0, 90), element.getBoundingClientRect()]);
    return {
      squeezed: boxes.filter(([, box]) => box.width < 60 && box.height > 3 * box.width).map(([html]) => html),
      width: document.documentElement.scrollWidth - available,
      small: hit.filter(([, { height }]) => height < 44).map(([html, { height }]) => `${html} ${height}`),
    };
  }, page.viewportSize().width);
  assert.ok(width <= 0, `${name} is ${width} px too wide`);
  assert.deepEqual(squeezed, [], `${name} has text in too narrow a place`);
  if (isPhone) assert.deepEqual(small, [], `${name} has targets that are too small`);
}

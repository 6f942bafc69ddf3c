// What the tests of the section that cleans lists up have in common.

import assert from 'node:assert/strict';
import { connect, API } from './harness.mjs';

export const NO_STOREFRONT = `404 ${API}`;

/** Connects, and opens the section. */
export async function openSection(tab) {
  const token = await connect(tab, { address: '#/clean-up' });
  await heading(tab.page, 'Clean up your inventory list').waitFor();
  return token;
}

/** The text area for the list. */
export function area(page) {
  return page.getByLabel('Your list');
}

/** A heading. */
export function heading(page, name) {
  return page.getByRole('heading', { name });
}

/** The radio button of a pile, the first whose name begins so. */
export function pile(place, name) {
  return place.getByRole('radio', { name: new RegExp(`^${name}`) }).first();
}

/** A box with exactly this label. */
export function textBox(page, name) {
  return page.getByRole('textbox', { name, exact: true });
}

/** A row of a long table, by its place among all. */
export function row(page, index) {
  return page.locator(`.long tr[aria-rowindex="${index}"]`);
}

/** What the bars say, from top to bottom. */
export async function piles(place) {
  const texts = await place.locator('.pile').evaluateAll((labels) => labels.map(({ textContent }) => textContent));
  return texts.slice(0, 8);
}

/** The cells of the first table that are in the page. */
export async function cells(place) {
  const rows = place.locator('.long').first().locator('tbody tr');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map(({ cells }) => [...cells].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())),
  );
}

/** Whether it has the focus. */
export function isFocused(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Pastes without a clipboard. */
export function paste(page, text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.list-area').dispatchEvent(event);
  }, text);
}

/** Presses Tab until what is named has the focus. */
export async function tabTo(page, name) {
  const passed = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    passed.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        return element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent.trim();
      }),
    );
    if (passed.at(-1) === name) return;
  }
  assert.fail(`${name} cannot be reached; passed: ${passed.join(', ')}`);
}

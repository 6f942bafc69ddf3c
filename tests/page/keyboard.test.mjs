// The whole of adding and managing a source without a mouse.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BASE, control, expectNoSecrets, expectQuiet, message, open, start, steps, stop, API } from './harness.mjs';

before(start);
after(stop);

test('a source is added, managed and deleted by keyboard alone', async (t) => {
  const tab = await open();
  const { page, notes } = tab;
  const step = steps(t);
  const { keyboard } = page;
  let token;

  await step('connects', async () => {
    await page.goto(`${BASE}/`);
    token = await page.getByLabel('Demo token').inputValue();
    notes.secrets.add(token);
    await control(token, 'settings', { rateLimit: 0, activationDelayMs: 0 });
    await tabTo(page, 'Emulator on this site');
    await tabTo(page, 'Demo token');
    await keyboard.press('Enter');
    await tabTo(page, 'Skip to content', 'Shift+Tab');
    await keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  });

  await step('creates a storefront', async () => {
    await tabTo(page, 'Create the storefront without a brand');
    await keyboard.press('Enter');
    await tabTo(page, 'Name');
    await keyboard.type('Keyboard Media');
    await keyboard.press('Enter');
    await tabTo(page, 'Add a source');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Add an inventory source' }).waitFor();
  });

  await step('fills the form in, with one mistake', async () => {
    await tabTo(page, 'Name');
    await keyboard.type('Typed Agent');
    await tabTo(page, 'Sales');
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'Signal');
    await tabTo(page, 'Endpoint address');
    await keyboard.type('agent.nightjar.example/mcp');
    await tabTo(page, 'MCP');
    await keyboard.press('Space');
    await tabTo(page, 'API key');
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'User name and password');
    await tabTo(page, 'User name');
    await keyboard.type('ada');
    await tabTo(page, 'Password');
    await keyboard.type('typed-secret-99');
    notes.secrets.add('typed-secret-99');
    await tabTo(page, 'More options');
    await keyboard.press('Enter');
    await tabTo(page, 'Description optional');
    await keyboard.type('By hand.');
    await tabTo(page, 'Add source');
    await keyboard.press('Enter');
    assert.equal(await focused(page), 'Endpoint address', 'the only mistake has the focus');
    assert.match(await message(page, 'endpointUrl').textContent(), /^endpointUrl must be a complete web address/);
  });

  await step('reads the request in both forms', async () => {
    await keyboard.press('Home');
    await keyboard.type('https://');
    await tabTo(page, 'JSON');
    await keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'cURL');
    assert.match(await page.getByRole('tabpanel').textContent(), /^curl -X POST/);
    await keyboard.press('Tab');
    await tabTo(page, 'Endpoint address', 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    assert.equal(await focused(page), 'Typed Agent', 'the heading of the new view has the focus');
    await expectNoSecrets(tab);
  });

  await step('uses the menu of the list', async () => {
    await tabTo(page, 'Inventory sources');
    await keyboard.press('Enter');
    await page.getByRole('table').waitFor();
    await tabTo(page, 'Actions for Typed Agent');
    await keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Diagnose');
    await keyboard.press('End');
    assert.equal(await focused(page), 'Delete…');
    await keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Diagnose');
    await keyboard.press('Escape');
    assert.equal(await focused(page), 'Actions for Typed Agent');
    assert.equal(await page.getByRole('menu').count(), 0);
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Delete Typed Agent?' }).waitFor();
    assert.equal(await focused(page), 'Cancel', 'what does no harm has the focus');
    await tabTo(page, 'Delete source');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No inventory source yet' }).waitFor();
  });

  await expectQuiet(tab, [`404 ${API}`]);
});

/** Presses Tab until what is named has the focus, and shows it. */
async function tabTo(page, name, key = 'Tab') {
  const passed = [];
  // What a view loads may not be there at the first press.
  for (let press = 0; press < 90; press += 1) {
    await page.keyboard.press(key);
    passed.push(await focused(page));
    if (passed.at(-1) === name) return assert.ok(await isMarked(page), `${name} shows that it has the focus`);
  }
  assert.fail(`${name} cannot be reached by ${key}; passed: ${passed.join(', ')}`);
}

/** The accessible name of what has the focus, as far as the page names things. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const words = element
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ');
    const label =
      element.getAttribute('aria-label') ?? words ?? element.labels?.[0]?.textContent ?? element.textContent;
    return label.trim();
  });
}

/** Whether a ring is drawn around it, or around what stands for it. */
function isMarked(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const around = [element, element.closest('.choice'), element.nextElementSibling].filter(Boolean);
    return around.some(
      (one) => getComputedStyle(one).outlineStyle !== 'none' && getComputedStyle(one).outlineWidth !== '0px',
    );
  });
}

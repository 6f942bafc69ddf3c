// Runs the measurements in headless Chromium and prints them as tables.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const [folder] = process.argv.slice(2);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const server = createServer(async ({ url }, response) => {
  try {
    const content = await readFile(join(folder, url));
    response.writeHead(200, { 'Content-Type': TYPES[extname(url)] ?? 'text/plain' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/index.html`);
  await page.waitForFunction(() => globalThis.results, undefined, { timeout: 600_000 });
  print(await page.evaluate(() => globalThis.results), browser.version());
} finally {
  await browser.close();
  server.close();
}

function print(results, version) {
  console.log(`\nChromium ${version}, medians; how many times as long the others take:\n`);
  console.log('| job | ours | against | factor |\n|---|---:|---|---:|');
  for (const { job, micros, ratios } of results) {
    for (const [name, ratio] of Object.entries(ratios)) {
      console.log(`| ${job} | ${micros['interchange-web'].toFixed(2)} µs | ${name} | ${ratio.toFixed(1)} × |`);
    }
  }
}

// A server for the measurements' folder, and pages of a headless browser in it.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves a folder on a free port. */
export async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    try {
      const content = await readFile(join(folder, url));
      response.writeHead(200, { 'Content-Type': TYPES[extname(url)] ?? 'text/plain' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A browser that opens the page of the measurements, each time in a context that has seen nothing. */
export async function openBrowser(url) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  return {
    version: browser.version(),
    close: () => browser.close(),
    /** Lets `work` use a fresh page, and closes it. */
    async inPage(work) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        page.on('pageerror', (error) => console.error(error));
        await page.goto(`${url}/index.html`);
        await page.waitForFunction(() => globalThis.bench);
        return await work(page, browser);
      } finally {
        await context.close();
      }
    },
  };
}

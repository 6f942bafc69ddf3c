// A browser page with the package in it, an emulator beside it, and a world of the emulator's for each test.

import { randomUUID } from 'node:crypto';
import { chromium } from 'playwright-core';

/** The emulator that serves the page, and another one on another origin. */
export const HERE = required('EMULATOR_URL');
export const ELSEWHERE = required('OTHER_EMULATOR_URL');

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test browser\`.`);
  return value;
}

/** A browser for a file of tests. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  return {
    /** A page that has loaded the package. Whatever it logs is kept. */
    async page() {
      const page = await this.emptyPage('');
      await page.evaluate(() => globalThis.ready);
      return page;
    },
    /** A page that has loaded nothing. */
    async emptyPage(name = 'empty.html') {
      const page = await browser.newPage();
      const log = [];
      page.on('console', (message) => log.push(message.text()));
      page.on('pageerror', (error) => log.push(`uncaught: ${error.stack}`));
      await page.goto(`${HERE}/tests/${name}`);
      return Object.assign(page, { log });
    },
    close: () => browser.close(),
  };
}

/** A world of the emulator's: everything under one token. */
export class World {
  constructor(origin = HERE) {
    this.origin = origin;
    this.token = `scope3_t${randomUUID().slice(0, 8)}_secret-${randomUUID()}`;
  }

  async #control(method, path, body) {
    const url = new URL(`/emulator/${path}`, this.origin);
    if (!body) url.searchParams.set('token', this.token);
    const json = body && JSON.stringify({ token: this.token, ...body });
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, body: json, headers });
    if (!response.ok) throw new Error(`${method} ${url.pathname}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  fault(fault, { match, times, when } = {}) {
    return this.#control('POST', 'faults', { fault, match, times, when });
  }

  settings(settings) {
    return this.#control('POST', 'settings', settings);
  }

  plant(what, facts = {}) {
    return this.#control('POST', 'plant', { what, ...facts });
  }

  effects() {
    return this.#control('GET', 'effects');
  }

  requests() {
    return this.#control('GET', 'requests');
  }
}

/** An agent that needs no credential: the least that can be created. */
export const AGENT = {
  name: 'Open agent',
  type: 'SALES',
  endpointUrl: 'https://agent.example.com/mcp',
  protocol: 'MCP',
  authenticationType: 'NO_AUTH',
};

/** Calls an operation in the page and gives what came of it. */
export function call(page, world, operation, input, { client = {}, options = {} } = {}) {
  const facts = { client: { token: world.token, baseUrl: world.origin, ...client }, operation, input, options };
  return page.evaluate(({ client, operation, input, options }) => {
    return globalThis.outcome(new globalThis.web.Interchange(client).call(operation, input, options));
  }, facts);
}

// The package as strangers get it: packed, installed into fresh folders, and used from a plain page, a bundle and Node.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const WORK = join(ROOT, 'target/consumers');
const run = promisify(execFile);
const tool = (name, args, cwd = WORK) => run(join(ROOT, 'node_modules/.bin', name), args, { cwd });

let tarball;
let browser;

before(async () => {
  await rm(WORK, { recursive: true, force: true });
  await mkdir(WORK, { recursive: true });
  const { stdout } = await run('npm', ['pack', join(ROOT, 'pkg'), '--json'], { cwd: WORK });
  tarball = join(WORK, JSON.parse(stdout)[0].filename);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
});
after(() => browser.close());

/** A fresh folder in which the packed package is installed. */
async function consumer(name, files) {
  const folder = join(WORK, name);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  await run('npm', ['install', tarball, '--no-audit', '--no-fund'], { cwd: folder });
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return folder;
}

/** What each consumer does with the package, and what must come of it. */
const USE = `
  import { init, validate } from 'interchange-web';
  await init();
  const { issues } = validate('createInventorySource', { name: '' });
  globalThis.result = issues.map(({ message }) => message).join(' ');
`;
const RESULT =
  'name must not be empty. authenticationType is required. type is required. endpointUrl is required. protocol is required.';

const HTML = (script) => `<!doctype html><html lang="en"><title>Consumer</title>${script}</html>`;

/** Serves a folder, opens a page of it, and gives what the page came to. */
async function inBrowser(folder, path) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
  const server = createServer(async ({ url }, response) => {
    try {
      const file = join(folder, decodeURIComponent(url.split('?')[0]));
      const content = await readFile(file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
    await page.waitForFunction(() => globalThis.result !== undefined, undefined, { timeout: 10_000 });
    return await page.evaluate(() => globalThis.result);
  } finally {
    await page.close();
    server.close();
  }
}

test('the tarball holds what the package needs and nothing else', async () => {
  const folder = await consumer('listing', {});
  const files = (await readdir(join(folder, 'node_modules/interchange-web'))).sort();
  assert.deepEqual(files, [
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'api.js',
    'batches.js',
    'bulk-job.js',
    'bulk-jobs.d.ts',
    'bulk.js',
    'bytes.js',
    'call.js',
    'checked.js',
    'chunks.js',
    'client.d.ts',
    'client.js',
    'coalesce.js',
    'core.js',
    'descriptions.js',
    'docs',
    'errors.js',
    'explain.js',
    'gate.js',
    'hash-members.js',
    'identifier-words.js',
    'identifiers-base64.js',
    'identifiers-module.js',
    'identifiers.js',
    'identify.js',
    'idn.js',
    'in-worker.js',
    'index.d.ts',
    'index.js',
    'interchange_web.js',
    'interchange_web_bg.wasm',
    'interchange_web_identifiers.js',
    'interchange_web_identifiers_bg.wasm',
    'interchange_web_identifiers_plain_bg.wasm',
    'interchange_web_lists.js',
    'interchange_web_lists_bg.wasm',
    'interchange_web_lists_plain_bg.wasm',
    'interchange_web_members.js',
    'interchange_web_members_bg.wasm',
    'interchange_web_members_plain_bg.wasm',
    'lists-base64.js',
    'lists-module.js',
    'lists.js',
    'lower-case.js',
    'members-base64.js',
    'members-list.js',
    'members-module.js',
    'members-report.js',
    'members.js',
    'node.js',
    'operations.d.ts',
    'operations.js',
    'package.json',
    'pages.js',
    'prepare.js',
    'products.js',
    'range.js',
    'reference',
    'report.js',
    'room.js',
    'schema.js',
    'seconds.js',
    'sift.js',
    'slices.js',
    'text.js',
    'tokens.js',
    'types.d.ts',
    'upload.js',
    'validate.js',
    'waiting.js',
    'wasm-base64.js',
    'watch.js',
    'worker.d.ts',
    'worker.js',
    'workflows.js',
  ]);
});

test('a plain page with an import map', async () => {
  const map = { imports: { 'interchange-web': '/node_modules/interchange-web/index.js' } };
  const script = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">${USE}</script>`;
  const folder = await consumer('plain', { 'index.html': HTML(script) });
  assert.equal(await inBrowser(folder, 'index.html'), RESULT);
});

test('a bundle by Vite', async () => {
  const script = '<script type="module" src="/main.js"></script>';
  const folder = await consumer('vite', { 'index.html': HTML(script), 'main.js': USE });
  await tool('vite', ['build', folder, '--logLevel', 'error']);
  const assets = await readdir(join(folder, 'dist/assets'));
  assert.ok(assets.some((name) => name.endsWith('.wasm')), 'the WebAssembly is a file of its own');
  assert.equal(await inBrowser(join(folder, 'dist'), 'index.html'), RESULT);
});

test('a bundle by esbuild, which copies no files: the fallback loads', async () => {
  const folder = await consumer('esbuild', { 'main.js': USE, 'index.html': HTML('<script type="module" src="/out/main.js"></script>') });
  await tool('esbuild', ['main.js', '--bundle', '--format=esm', '--splitting', '--outdir=out', '--log-level=error'], folder);
  assert.equal(await inBrowser(folder, 'index.html'), RESULT);
});

test('Node, as an ES module', async () => {
  const folder = await consumer('node', { 'main.js': `${USE}\nconsole.log(globalThis.result);` });
  const { stdout, stderr } = await run('node', ['main.js'], { cwd: folder });
  assert.equal(stdout.trim(), RESULT);
  assert.equal(stderr, '');
});

test('importing has no effect and touches no page', async () => {
  const main = `
    const before = Object.getOwnPropertyNames(globalThis).sort().join();
    for (const name of ['window', 'document', 'fetch']) Object.defineProperty(globalThis, name, { get() { throw new Error(name); }, configurable: true });
    await import('interchange-web');
    console.log(Object.getOwnPropertyNames(globalThis).filter((name) => !['window', 'document'].includes(name)).sort().join() === before);
  `;
  const folder = await consumer('server', { 'main.js': main });
  const { stdout } = await run('node', ['main.js'], { cwd: folder });
  assert.equal(stdout.trim(), 'true');
});

for (const [module, moduleResolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
  test(`the types, strictly, with ${moduleResolution} resolution`, async () => {
    const folder = await consumer(`types-${moduleResolution}`, {});
    await cp(join(ROOT, 'tests/package/consumer.ts'), join(folder, 'consumer.ts'));
    const flags = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022'];
    const { stdout } = await tool('tsc', [...flags, '--module', module, '--moduleResolution', moduleResolution, 'consumer.ts'], folder).catch((error) => error);
    assert.equal(stdout, '');
  });
}

test('publint has nothing to say', async () => {
  const { stdout } = await tool('publint', [join(ROOT, 'pkg'), '--strict']);
  assert.match(stdout, /All good!/);
});

test('attw finds the types wherever an ES module is resolved', async () => {
  const copy = join(WORK, 'attw.tgz');
  await cp(tarball, copy);
  const { stdout } = await tool('attw', [copy, '--profile', 'esm-only', '--format', 'ascii', '--exclude-entrypoints', 'interchange_web_bg.wasm']);
  assert.match(stdout, /No problems found|🟢/);
});

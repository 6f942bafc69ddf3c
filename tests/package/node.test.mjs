// The package in Node: what needs no browser and no network.

import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { inspect, promisify } from 'node:util';

import { InvalidInputError, Interchange, init, operations, prepare, schema, validate } from 'interchange-web';

await init();

const AGENT = { name: 'A', type: 'SALES', endpointUrl: 'https://agent.example.com', protocol: 'MCP', authenticationType: 'NO_AUTH' };
const KEY = { ...AGENT, authenticationType: 'API_KEY', auth: { type: 'bearer', token: "it's $HIDDEN" } };

const paths = (operation, input) => validate(operation, input).issues.map(({ path }) => path.join('.'));

test('validate never throws, whatever it is given', () => {
  const cyclic = { ...AGENT };
  cyclic.connectionContract = { deeper: [cyclic] };
  const throwing = { ...AGENT, get name() { throw new Error('hidden'); } };
  const proxied = new Proxy({}, { ownKeys() { throw new Error('hidden'); } });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
  const hostile = [
    undefined, null, true, 0, NaN, -0, 10n, 'text', '', Symbol('s'), () => {}, [], [[]], new Date(NaN), new Map([[1, 2]]), /x/,
    cyclic, throwing, proxied, revoked.proxy, deep, Object.create(null), { toJSON() { throw new Error('hidden'); } },
    { toJSON: () => 10n }, { name: '\ud800' }, { '\udfff': 1 }, { __proto__: { name: 'inherited' } }, new Array(10_000).fill(1),
    { name: new Array(3) }, { name: Symbol('s') }, new Proxy({ name: 'x' }, {}), { then: 1 }, globalThis, process,
  ];
  for (const { id } of operations()) {
    for (const input of hostile) {
      const report = validate(id, input);
      assert.equal(report.ok, report.issues.length === 0);
      assert.ok(report.issues.length <= 100 && report.total >= report.issues.length);
      assert.ok(!JSON.stringify(report).includes('hidden'));
    }
  }
});

test('what has no JSON form is an issue at its place, and the only one there', () => {
  assert.deepEqual(paths('createInventorySource', { ...AGENT, name: 10n }), ['name']);
  const cyclic = { ...AGENT };
  cyclic.connectionContract = { id: 'c', version: 1, authenticationMethod: cyclic };
  assert.deepEqual(paths('createInventorySource', cyclic), ['connectionContract.authenticationMethod']);
  assert.deepEqual(paths('createInventorySource', { ...AGENT, get description() { throw new Error(); } }), ['description']);
  assert.deepEqual(paths('createInventorySource', { ...AGENT, description: { toJSON() { throw new Error(); } } }), ['description']);
});

test('an input is read as JSON.stringify reads it', () => {
  assert.ok(validate('createInventorySource', { ...AGENT, description: undefined, sourceId: undefined }).ok);
  assert.ok(validate('createInventorySource', Object.assign(Object.create(null), AGENT)).ok);
  assert.ok(validate('createInventorySource', JSON.stringify(AGENT)).ok, 'text is taken as JSON');
  const credential = { sourceId: 's', moduleInstanceId: 'm', credentialKind: 'OAUTH', auth: {}, expiresAt: new Date(Date.UTC(2026, 1, 5)) };
  assert.equal(JSON.parse(prepare('createModularInventorySourceModuleCredential', credential).body).expiresAt, '2026-02-05T00:00:00.000Z');
});

test('prepare refuses with every mistake', () => {
  assert.throws(
    () => prepare('createInventorySource', { ...AGENT, name: '', protocol: 'SOAP' }),
    (error) => error instanceof InvalidInputError && error.issues.length === 2 && error.message.includes('name must not be empty.'),
  );
  assert.throws(() => prepare('createInventorySource', AGENT, { baseUrl: 'http://example.com', token: () => 'x' }), InvalidInputError);
  assert.throws(() => prepare('noSuchOperation', {}), InvalidInputError);
  assert.throws(() => prepare('noSuchOperation', {}), { attempts: 0, retryable: false, total: 1 });
});

test('a prepared request is what fetch takes', async () => {
  const prepared = prepare('updateInventorySource', { sourceId: 'a b', name: 'N' }, { token: 'tok', baseUrl: 'https://proxy.example.com/x/' });
  const request = new Request(prepared.url, prepared);
  assert.equal(request.url, 'https://proxy.example.com/x/api/v2/storefront/inventory-sources/a%20b');
  assert.deepEqual([request.method, await request.text()], ['PUT', '{"name":"N"}']);
  assert.equal(request.headers.get('authorization'), 'Bearer tok');
});

test('a file becomes a form', async () => {
  const upload = (file) => prepare('previewModularInventorySourceAvailsUpload', { sourceId: 's', file }).body.get('file');
  const csv = upload('availId,name\n1,A\n');
  assert.deepEqual([csv.name, await csv.text()], ['upload.csv', 'availId,name\n1,A\n']);
  assert.equal(upload('[{}]').name, 'upload.json');
  assert.equal(upload(new Uint8Array([0x50, 0x4b, 3, 4, 0])).name, 'upload.xlsx');
  assert.equal(upload(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0])).name, 'upload.xls');
  assert.equal(upload(new File(['x'], 'mine.csv')).name, 'mine.csv');
  assert.deepEqual(paths('previewModularInventorySourceAvailsUpload', { sourceId: 's', file: 5 }), ['file']);
  assert.deepEqual(paths('previewModularInventorySourceAvailsUpload', { sourceId: 's', file: new File(['x'], 'mine.pdf') }), ['file']);
  assert.deepEqual(paths('previewModularInventorySourceAvailsUpload', { sourceId: 's', file: '' }), ['file']);
});

/** What a shell makes of a command: the words behind `curl`. */
function words(command, env) {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  return execFileSync('sh', ['-c', script], { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('the command is a command: a shell takes it apart into what fetch would send', () => {
  const named = { ...KEY, name: `O'Neil "$HOME" \\ é`, description: '$HOME' };
  const prepared = prepare('createInventorySource', named, { token: 'tok', headers: { 'X-Key': 'secret', Accept: 'x' } });
  const said = words(prepared.toCurl(), { TOKEN: 'tok', AUTH_TOKEN: 'from the environment', X_KEY: 'key' });
  assert.deepEqual(said.slice(0, 3), ['-X', 'POST', prepared.url]);
  assert.ok(said.includes('Authorization: Bearer tok') && said.includes('X-Key: key') && said.includes('Accept: x'));
  assert.deepEqual(JSON.parse(said.at(-1)), { ...JSON.parse(prepared.body), auth: { type: 'bearer', token: 'from the environment' } });
});

test('the command names a token only where one travels', () => {
  assert.doesNotMatch(prepare('listInventorySources', {}).toCurl(), /authorization/i);
  const own = prepare('listInventorySources', {}, { headers: { authorization: 'Basic HIDDEN' } }).toCurl();
  assert.match(own, /-H "authorization: \$AUTHORIZATION"$/);
});

const CURL = spawnSync('curl', ['--version']).status === 0;

test('the command sends any credential as it is', { skip: !CURL && 'there is no curl' }, async () => {
  const received = [];
  const server = createServer(async (request, response) => {
    received.push(JSON.parse(Buffer.concat(await request.toArray())));
    response.end('{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const options = { baseUrl: `http://127.0.0.1:${server.address().port}`, token: 'tok' };
  const run = (operation, input, env) => promisify(execFile)('sh', ['-c', prepare(operation, input, options).toCurl()], { env: { PATH: process.env.PATH, ...env } });
  const texts = [
    'plain', '', '-----BEGIN PRIVATE KEY-----\nMII+/=\r\n-----END PRIVATE KEY-----\n', `"quoted" 'twice' \\ \\n \\"`, '%s %d\t$HOME `id` $(id) & é \u{1f600}',
    '\n\nlines\n\n', Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join(''),
  ];
  const jwt = {
    type: 'jwt', privateKey: 'k', issuer: "i's", subject: 's', keyId: 'k', scope: 's',
    tokenEndpointUrl: 'https://auth.example.com', audienceUrl: 'https://agent.example.com',
  };
  for (const text of texts) {
    await run('createInventorySource', { ...AGENT, authenticationType: 'JWT', auth: jwt }, { AUTH_PRIVATE_KEY: text });
    assert.deepEqual(received.pop().auth, { ...jwt, privateKey: text });
  }
  // A credential that is an object stands in its variable as JSON.
  const module = { sourceId: 's', moduleInstanceId: 'm', credentialKind: 'OAUTH', auth: { any: { deep: 'HIDDEN' } } };
  await run('createModularInventorySourceModuleCredential', module, { AUTH: '{"other":["a\\nb"]}' });
  assert.deepEqual(received.pop().auth, { other: ['a\nb'] });
  server.close();
});

test('what only sounds like a credential is hidden, too, whatever it begins with', () => {
  const shown = (input) => prepare('createInventorySource', { ...AGENT, ...input }).toJSON().body;
  assert.equal(shown({ vendorApiToken: '$HIDDEN' }).vendorApiToken, '$VENDORAPITOKEN');
  assert.equal(shown({ description: '$TOKEN' }).description, '$TOKEN');
  assert.equal(shown({ credentials: { token: 'HIDDEN', other: 'HIDDEN' } }).credentials, '$CREDENTIALS');
});

test('nothing that shows objects shows a credential', () => {
  const prepared = prepare('createInventorySource', KEY, { token: 'tok-HIDDEN' });
  const client = new Interchange({ token: 'tok-HIDDEN' });
  for (const shown of [prepared, client, { prepared }, [prepared]]) {
    const text = inspect(shown, { depth: 9, showHidden: true }) + JSON.stringify(shown) + String(shown);
    assert.ok(!text.includes('HIDDEN'), text);
  }
});

test('a standard schema says yes or no', () => {
  const { validate: check, vendor, version } = schema('createInventorySource')['~standard'];
  assert.deepEqual([vendor, version], ['interchange-web', 1]);
  assert.deepEqual(check(AGENT), { value: AGENT });
  const { issues } = check({ ...AGENT, name: '' });
  assert.deepEqual(issues.map(({ path, message }) => [path, message]), [[['name'], 'name must not be empty.']]);
});

test('a form can be built from the description of the fields', () => {
  const { fields, fieldsFor } = schema('createInventorySource');
  const name = fields.find((field) => field.name === 'name');
  assert.deepEqual([name.required, name.kind, name.minLength, name.maxLength, name.in], [true, 'text', 1, 255, 'body']);
  assert.ok(name.doc.length > 0);
  const names = (draft) => fieldsFor(draft).map((field) => field.name);
  assert.ok(!names({}).includes('auth') && !names({ authenticationType: 'OAUTH' }).includes('auth'));
  const auth = fieldsFor({ authenticationType: 'BASIC_AUTH' }).find((field) => field.name === 'auth');
  assert.deepEqual(auth.fields.map((field) => [field.name, field.secret ?? false]), [['type', false], ['username', false], ['password', true]]);
});

test('a form that rotates a credential can be built without knowing the way of authentication', () => {
  const { fieldsFor } = schema('updateInventorySource');
  const auths = (draft) => fieldsFor(draft).filter((field) => field.name === 'auth');
  const inside = (draft) => auths(draft).flatMap((auth) => auth.fields.map((field) => field.name));
  assert.deepEqual(inside({ sourceId: 's' }), ['type']);
  const rotation = { sourceId: 's', auth: { type: 'basic', username: 'u', password: 'p' } };
  assert.deepEqual(inside(rotation), Object.keys(rotation.auth));
  assert.ok(validate('updateInventorySource', rotation).ok);
  assert.deepEqual(inside({ authenticationType: 'API_KEY', auth: { type: 'bearer' } }), ['type', 'token']);
  assert.deepEqual(auths({ authenticationType: 'OAUTH' }), []);
  assert.deepEqual(schema('createInventorySource').fieldsFor({}).filter((field) => field.name === 'auth'), []);
});

test('every field says what it is for', () => {
  const documented = ({ doc, fields = [], item }) => doc.length > 3 && fields.concat(item?.fields ?? []).every(documented);
  for (const { id } of operations()) {
    for (const field of schema(id).fields) assert.ok(documented(field), `${id}: ${JSON.stringify(field)}`);
  }
});

test('an editor shows what each field of an input is for, also where a union is a part of it', async () => {
  const types = await readFile(new URL('../../pkg/types.d.ts', import.meta.url), 'utf8');
  for (const name of ['CreateInventorySource', 'UpdateInventorySource', 'ReplaceAdServer', 'GetInventorySource']) {
    const [, members] = types.match(new RegExp(`export (?:type|interface) ${name} (?:= )?\\{\\n(.*?)\\n\\}`, 's'));
    assert.match(members, /^( {4}\/\*\*\n {5}\* .+\n {5}\*\/\n {4}\w+\??: .+;\n?)+$/, name);
  }
});

test('a relative base URL needs a page', async () => {
  const error = await new Interchange({ baseUrl: '/proxy' }).inventorySources.list().catch((error) => error);
  assert.equal(error.name, 'InvalidInputError');
  assert.deepEqual(error.issues[0].path, ['baseUrl']);
});

test('a hundred thousand bad inputs leave the memory as it was', async () => {
  const { memory } = await import('../../pkg/interchange_web.js').then(({ default: start }) => start());
  const bad = { ...KEY, name: '', protocol: 'SOAP', auth: { type: 'bearer', token: '', extra: 10n } };
  for (let round = 0; round < 1_000; round += 1) validate('createInventorySource', bad);
  const before = memory.buffer.byteLength;
  for (let round = 0; round < 100_000; round += 1) validate('createInventorySource', bad);
  assert.equal(memory.buffer.byteLength, before);
});

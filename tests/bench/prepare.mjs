// Writes what the measurements need into a folder: the corpora, and the schemas compiled by ajv.

import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { events } from './corpus/events.js';
import { identifiers } from './corpus/identifiers.js';
import { lines } from './corpus/lines.js';
import { members, tsv } from './corpus/members.js';
import * as schemas from './schemas.js';

const [folder] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const write = (name, content) => writeFile(join(folder, name), content);

const people = members(100_000);
await write('lines.txt', lines(100_000).join('\n'));
await write('identifiers.json', JSON.stringify(identifiers(100_000)));
await write('members.json', JSON.stringify(people));
await write('members.tsv', tsv(people));
await write('events.json', JSON.stringify(events(10_000)));

const { event, identifier, draft } = schemas;
const ajv = new Ajv({ schemas: [event, identifier, draft], allErrors: true, discriminator: true, strict: false, code: { source: true, esm: true } });
await write('schemas.js', standalone(ajv, { event: 'event', identifier: 'identifier', draft: 'draft' }));

// The matrix as a document: `node tests/browser/faults/document.mjs` writes docs/faults.md.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { CELLS, REPEATS, RETRIES } from './table.mjs';

export const DOCUMENT = fileURLToPath(new URL('../../../docs/faults.md', import.meta.url));

const HEAD = `# What becomes of a call when something goes wrong

Written by \`node tests/browser/faults/document.mjs\` from \`tests/browser/faults/table.mjs\`. \`cargo xtask test browser\` plays
every cell in a browser against the emulator, which counts what took effect, and fails where a cell or this file differs.

A fault strikes before the service acts, while its answer is written, or after it has acted. It strikes the first attempt, or,
where it says so, every one; a call is sent again at most ${RETRIES} times. A cell tells how often the call is sent and how it
ends. *Unknown* means that the error says so itself: \`outcome\` is \`unknown\`, and the service may or may not have acted. No write
that must not come twice ever takes effect twice, and none is reported as done that did not take effect.

| fault | strikes | changes nothing | may come twice | must not come twice |
|---|---|---|---|---|
`;

/** The document's text. */
export function documented() {
  const rows = CELLS.filter(({ repeat }) => repeat === REPEATS[0]);
  const line = ({ name, phase }) => {
    const cells = CELLS.filter((cell) => cell.name === name && cell.phase === phase).map(said);
    return `| ${[name, phase, ...cells].join(' | ')} |\n`;
  };
  return HEAD + rows.map(line).join('');
}

function said({ attempts, ends, unknown }) {
  const times = attempts === 0 ? 'not sent' : `${attempts} ×`;
  return `${times}, ${ends === 'value' ? 'succeeds' : `\`${ends}\``}${unknown ? ', unknown' : ''}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(DOCUMENT, documented());

import { hashMembers } from 'interchange-web';

/** Objects, or the text or the bytes of a table. */
export async function run(input) {
  const report = await hashMembers(input);
  return { report, batches: [...report.batches()] };
}

export function read({ report, batches }) {
  const list = batches.flatMap((batch) => batch.toJSON());
  return { list, refused: report.refused({ limit: Infinity }).map(({ index }) => index) };
}

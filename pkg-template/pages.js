// Lists, page by page. What comes after a page the WebAssembly decides.

/** No list is followed further than so many pages. */
const MAX_PAGES = 10_000;

/**
 * The promise of the first page that is also the iteration of all items. `first` resolves to a call and its payload, and `send`
 * sends the next input; a page is asked for when the ones before have been read.
 */
export function paged(first, row, send) {
  const answer = first.then(({ payload }) => payload);
  return Object.assign(answer, {
    async *pages() {
      // Whoever iterates is told here that the first page failed.
      await answer;
      yield* follow(await first, row, send);
    },
    async *[Symbol.asyncIterator]() {
      for await (const { items } of this.pages()) yield* items;
    },
  });
}

async function* follow(sent, row, send) {
  const seen = new Set();
  for (;;) {
    const { page, isSame } = read(row, sent);
    yield page;
    if (isSame) throw sent.call.noList(true);
    if (!page.next) return;
    const place = JSON.stringify(page.next);
    if (seen.has(place) || seen.size >= MAX_PAGES) throw sent.call.noList(true);
    seen.add(place);
    sent = await send(page.next);
  }
}

function read(row, { call, payload }) {
  const items = Array.isArray(payload) ? payload : payload?.[row.each];
  if (!Array.isArray(items)) throw call.noList(false);
  const next = call.next(items.length);
  return { page: { items, answer: payload, next: next || undefined }, isSame: next === '' };
}

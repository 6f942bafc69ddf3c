// Events judged one by one, and the request that sends all of them, as where mistakes are told and not refused. Ours ends with a
// request, too.

/** `isSound` judges one event. */
export function checked(events, isSound) {
  const refused = [];
  for (const [index, event] of events.entries()) {
    if (!isSound(event)) refused.push(index);
  }
  const body = JSON.stringify({ event_source_id: 'shop', events });
  return { request: new Request('/events', { method: 'POST', body }), refused };
}

/** Objects, as they are or out of JSON. */
export function objects(input) {
  if (Array.isArray(input)) return input;
  return JSON.parse(typeof input === 'string' ? input : new TextDecoder().decode(input));
}

export async function read({ request, refused }) {
  return { list: (await request.json()).events, refused };
}

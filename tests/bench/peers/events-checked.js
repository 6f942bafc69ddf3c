// Events judged one by one, and the body of all of them, as it is sent where mistakes are told and not refused.

/** `isSound` judges one event. */
export function checked(events, isSound) {
  const refused = [];
  for (const [index, event] of events.entries()) {
    if (!isSound(event)) refused.push(index);
  }
  return { body: JSON.stringify({ event_source_id: 'shop', events }), refused };
}

/** Objects, as they are or out of JSON. */
export function objects(input) {
  if (Array.isArray(input)) return input;
  return JSON.parse(typeof input === 'string' ? input : new TextDecoder().decode(input));
}

export function read({ body, refused }) {
  return { list: JSON.parse(body).events, refused };
}

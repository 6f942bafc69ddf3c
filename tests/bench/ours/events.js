import { Interchange, validate } from 'interchange-web';

/** Objects, or the text or the bytes of a JSON array. Mistakes are told, and what is sent is caught. */
export async function run(events) {
  let caught;
  const catcher = async (request) => {
    caught = request;
    return Response.json({ data: { events_received: 0, events_processed: 0 } });
  };
  const interchange = new Interchange({ validation: 'warn', fetch: catcher });
  await interchange.events.log(input(events));
  return { caught, events };
}

export async function read({ caught, events }) {
  const list = (await caught.json()).events;
  const { issues } = validate('logEvent', input(events));
  return { list, refused: [...new Set(issues.map(({ path }) => path[1]))] };
}

function input(events) {
  return { advertiserId: '25', event_source_id: 'shop', events };
}

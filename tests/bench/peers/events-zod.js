// The same shape in zod.

import { z } from 'zod';

import { ACTION_SOURCES, EVENT_TYPES } from '../schemas.js';
import { checked, objects } from './events-checked.js';

export { read } from './events-checked.js';

const text = (most) => z.string().max(most).optional();
const hash = z.string().regex(/^[0-9a-fA-F]{64}$/).optional();

const userMatch = z
  .object({
    uids: z.array(z.object({ type: z.string().min(1).max(64), value: z.string().min(1).max(512) })).optional(),
    hashed_email: hash,
    hashed_phone: hash,
    click_id: text(512),
    click_id_type: text(64),
    client_ip: text(45),
    client_user_agent: text(512),
  })
  .refine((match) => match.click_id === undefined || match.click_id_type !== undefined);

const customData = z
  .object({
    value: z.number().optional(),
    currency: z.string().regex(/^[A-Z]{3}$/).optional(),
    order_id: text(256),
    content_ids: z.array(z.string().max(256)).optional(),
    content_type: text(128),
    num_items: z.int().min(0).optional(),
  })
  .refine((data) => data.value === undefined || data.currency !== undefined);

const event = z.object({
  event_id: z.string().min(1).max(256),
  event_type: z.enum(EVENT_TYPES),
  event_time: z.iso.datetime({ offset: true }),
  action_source: z.enum(ACTION_SOURCES).optional(),
  event_source_url: z.string().regex(/^https?:\/\//).max(2048).optional(),
  custom_event_name: text(256),
  user_match: userMatch.optional(),
  custom_data: customData.optional(),
});

export function run(input) {
  return checked(objects(input), (given) => event.safeParse(given).success);
}

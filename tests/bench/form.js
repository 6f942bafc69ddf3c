// One validation of a create-source draft, as a form makes it on every keystroke, beside zod, valibot and ajv. The peers check
// the shape alone; ours checks every rule and words every mistake.

import { draft as byAjv } from 'compiled-schemas';
import { validate } from 'interchange-web';
import * as v from 'valibot';
import { z } from 'zod';

const DRAFT = {
  name: 'Retail Network Agent',
  sourceId: 'retail-network-agent',
  type: 'SALES',
  endpointUrl: 'https://agent.retail-network.example.com/mcp',
  protocol: 'MCP',
  authenticationType: 'API_KEY',
  auth: { type: 'bearer', token: 'scope3_source_key' },
  description: 'Primary external sales agent for on-site display and CTV',
};
const DRAFTS = { valid: DRAFT, 'with a mistake': { ...DRAFT, protocol: 'SOAP' } };

const TYPES = ['SALES', 'SIGNAL', 'CREATIVE', 'OUTCOME'];
const AUTHENTICATION = ['API_KEY', 'JWT', 'BASIC_AUTH', 'NO_AUTH', 'OAUTH'];

const inZod = z.object({
  name: z.string().min(1).max(255),
  sourceId: z.string().min(1).max(255).optional(),
  type: z.enum(TYPES),
  endpointUrl: z.url().max(2048),
  protocol: z.enum(['MCP', 'A2A']),
  authenticationType: z.enum(AUTHENTICATION),
  auth: z.object({ type: z.enum(['bearer', 'apikey', 'api_key']), token: z.string().min(1) }).optional(),
  description: z.string().max(2000).optional(),
});

const text = (min, max) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));
const inValibot = v.object({
  name: text(1, 255),
  sourceId: v.optional(text(1, 255)),
  type: v.picklist(TYPES),
  endpointUrl: v.pipe(v.string(), v.url(), v.maxLength(2048)),
  protocol: v.picklist(['MCP', 'A2A']),
  authenticationType: v.picklist(AUTHENTICATION),
  auth: v.optional(v.object({ type: v.picklist(['bearer', 'apikey', 'api_key']), token: text(1, 1e9) })),
  description: v.optional(text(0, 2000)),
});

const CONTENDERS = {
  'interchange-web': (draft) => validate('createInventorySource', draft).ok,
  'zod 4': (draft) => inZod.safeParse(draft).success,
  'valibot': (draft) => v.safeParse(inValibot, draft).success,
  'ajv': (draft) => byAjv(draft),
};

export function forms(measure) {
  return Object.entries(DRAFTS).map(([name, draft]) => {
    const expected = name === 'valid';
    for (const [contender, run] of Object.entries(CONTENDERS)) {
      if (run(draft) !== expected) throw new Error(`${contender} judges the draft ${name} differently`);
    }
    const runs = Object.fromEntries(Object.entries(CONTENDERS).map(([contender, run]) => [contender, () => run(draft)]));
    return { job: `one form validation, ${name}`, ...measure(runs, { repeat: 2_000 }) };
  });
}

// A schema of zod around `new URL()`: what most pages do.

import { z } from 'zod';

import { byLine } from './lines-by-line.js';
import { SITE, withoutPrefix } from './site.js';

export { read } from './lines-read.js';

const site = z
  .string()
  .transform((line, context) => {
    try {
      const { hostname } = new URL(line.includes('://') ? line : `https://${line}`);
      return withoutPrefix(hostname.endsWith('.') ? hostname.slice(0, -1) : hostname);
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no site.' });
      return z.NEVER;
    }
  })
  .pipe(z.string().regex(SITE));

export function run(text) {
  return byLine(text, (line) => site.safeParse(line).data);
}

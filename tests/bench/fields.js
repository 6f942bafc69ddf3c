/** What else stands in the body that creates a list. */
export const FIELDS = { name: 'Sites to avoid', purpose: 'exclude' };

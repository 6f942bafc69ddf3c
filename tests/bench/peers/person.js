// What is to be hashed of a person: the documented forms, made in the usual way.

/** The address and the number; undefined where there is none. */
export function plain({ email, phone }) {
  const address = email?.trim().toLowerCase();
  const number = phone?.replace(/[^\d+]/g, '');
  return {
    email: address && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined,
    phone: number && /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined,
  };
}

/** The rows of a table with titles. */
export function people(bytes) {
  const rows = new TextDecoder().decode(bytes).split('\n').slice(1, -1);
  return rows.map((row) => {
    const [externalId, email, phone] = row.split('\t');
    return { externalId, email, phone };
  });
}

/** How many members a request carries. */
export const BATCH = 10_000;

export function read({ bodies, refused }) {
  return { list: bodies.flatMap((body) => JSON.parse(body)), refused };
}

// What the peers of the lines make is the text of the body, and the numbers of the lines that were refused.

export function read({ body, refused }) {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return { list: JSON.parse(text).identifiers, refused: [...refused] };
}

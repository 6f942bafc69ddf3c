// Bytes: views of buffers, and parts as one.

/** The bytes of a buffer or of a view. */
export function bytesOf(input) {
  return ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
}

/** Parts as one. */
export function joined(parts) {
  return fill(new Uint8Array(lengthOf(parts)), parts);
}

/** New memory takes longer to get than to fill, so the last one is used again while nobody needs its place. */
let last = new WeakRef(new Uint8Array(0));

/** A body for somebody who copies it at once, as a request does: the next call writes over it. */
export function lent(body) {
  if (!Array.isArray(body)) return body;
  const length = lengthOf(body);
  let buffer = last.deref();
  if (!(buffer?.length >= length)) last = new WeakRef((buffer = new Uint8Array(length)));
  return fill(buffer.subarray(0, length), body);
}

function lengthOf(parts) {
  return parts.reduce((length, part) => length + part.length, 0);
}

function fill(whole, parts) {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

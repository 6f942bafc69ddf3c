// Lower case for letters beyond ASCII: the WebAssembly of the bulk jobs leaves the tables of Unicode to the engine.

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Writes a text in lower case; both are places in the memory of the WebAssembly. Gives its length in bytes. */
export function lowerCase(text, into) {
  return encoder.encodeInto(decoder.decode(text).toLowerCase(), into).written;
}

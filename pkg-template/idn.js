// The ASCII form of names that the WebAssembly has no tables for: the runtime's parser of addresses has them.

/** The ASCII form of a host, or undefined where it has none. Called by the WebAssembly. */
export function toAscii(host) {
  try {
    const address = `http://${host}/`;
    // `parse` costs less where there is none.
    const url = URL.parse ? URL.parse(address) : new URL(address);
    return url?.hostname || undefined;
  } catch {
    return undefined;
  }
}

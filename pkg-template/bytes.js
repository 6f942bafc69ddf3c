// Bytes, whatever they are given as.

/** The bytes of a buffer or of a view. */
export function bytesOf(input) {
  return ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
}

// Files: in what is checked stands their name and size; what is sent is a form.

/** An input with a description in place of its file, and the file as a `Blob`. What is no file stays, to be complained about. */
export function describeFile({ file: field }, input) {
  if (!field) return { described: input };
  try {
    const given = input[field];
    const blob = toBlob(given);
    const name = given.name ?? inventedName(given);
    return { described: { ...input, [field]: { name, size: blob.size } }, blob, name };
  } catch {
    return { described: input };
  }
}

/** The form that carries a file. */
export function form(field, { blob, name }) {
  const form = new FormData();
  form.append(field, blob, name);
  return form;
}

function toBlob(given) {
  if (given instanceof Blob) return given;
  if (typeof given === 'string' || given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return new Blob([given]);
  throw new TypeError('no file');
}

/** The service goes by the end of the name; content without a name gets the end that fits its beginning. */
function inventedName(content) {
  const text = typeof content === 'string' ? content : new TextDecoder('latin1').decode(content).slice(0, 64);
  if (/^\s*[[{]/.test(text)) return 'upload.json';
  // A zip archive, and the container of older workbooks.
  if (text.startsWith('PK\x03\x04')) return 'upload.xlsx';
  if (text.startsWith('\xd0\xcf\x11\xe0')) return 'upload.xls';
  return 'upload.csv';
}

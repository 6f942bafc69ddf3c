// The table that the measurements end in; Markdown, so that it can go into a document.

/** A row. `ours` and `peer` are milliseconds; a row about a limit has no peer. */
export function row({ job, ours, name, peer, ratio, bar }) {
  const isRatio = ratio !== undefined;
  const met = isRatio ? ratio >= bar : ours <= bar;
  const cells = [
    job,
    time(ours),
    isRatio ? `${time(peer)} (${name})` : '',
    isRatio ? `${ratio.toFixed(1)} ×` : '',
    isRatio ? `${bar} ×` : `${bar} ms`,
    met ? 'met' : '**not met**',
  ];
  return `| ${cells.join(' | ')} |`;
}

export function print(rows, version, notes) {
  console.log(`\nChromium ${version}, medians of interleaved rounds:\n`);
  console.log('| job | ours | peer | ratio | at least, or at most | |\n|---|---:|---:|---:|---:|---|');
  for (const line of rows) console.log(line);
  if (notes.length > 0) console.log(`\n${notes.map((note) => `- ${note}`).join('\n')}`);
}

function time(milliseconds) {
  if (milliseconds < 0.1) return `${(milliseconds * 1000).toFixed(2)} µs`;
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

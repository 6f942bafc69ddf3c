// Interleaved rounds and medians: what else the machine does hits all contenders alike.

/**
 * Measures functions against each other. Returns the median time of each in microseconds, and how many times faster the first
 * is than each other: the median of the ratios of each round.
 */
export function measure(contenders, { rounds = 31, warmUp = 5, repeat = 1 } = {}) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const run = contenders[name];
      const started = performance.now();
      for (let i = 0; i < repeat; i += 1) run();
      const time = ((performance.now() - started) / repeat) * 1000;
      if (round >= 0) times[name].push(time);
    }
  }
  const [ours, ...others] = names;
  const ratio = (name) => median(times[name].map((time, round) => time / times[ours][round]));
  return {
    micros: Object.fromEntries(names.map((name) => [name, median(times[name])])),
    ratios: Object.fromEntries(others.map((name) => [name, ratio(name)])),
  };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

// Interleaved rounds and medians: what else the machine does hits all contenders alike.

/**
 * Measures functions against each other. Returns the median time of each in microseconds, and how many times faster the first
 * is than each other: the median of the ratios of each round.
 */
export function measure(contenders, { rounds = 31, warmUp = 5, repeat = 1 } = {}) {
  const times = new Times(Object.keys(contenders));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const started = performance.now();
      for (let i = 0; i < repeat; i += 1) run();
      if (round >= 0) times.add(name, (performance.now() - started) / repeat);
    }
  }
  return times.result();
}

/** The same for work that is awaited and takes a fresh input each time, which is made before the clock starts. */
export async function measureJobs(contenders, input, { rounds = 11, warmUp = 3 } = {}) {
  const times = new Times(Object.keys(contenders));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const given = input();
      await pause();
      const started = performance.now();
      await run(given);
      if (round >= 0) times.add(name, performance.now() - started);
    }
  }
  return times.result();
}

/** Lets the page finish what it has begun, such as collecting garbage. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

/** Milliseconds of each round, by contender; the first one is ours. */
export class Times {
  #times;

  constructor(names) {
    this.#times = new Map(names.map((name) => [name, []]));
  }

  add(name, time) {
    this.#times.get(name).push(time);
  }

  result() {
    const [[, ours], ...others] = this.#times;
    const ratio = (times) => median(times.map((time, round) => time / ours[round]));
    return {
      micros: Object.fromEntries([...this.#times].map(([name, times]) => [name, median(times) * 1000])),
      ratios: Object.fromEntries(others.map(([name, times]) => [name, ratio(times)])),
    };
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

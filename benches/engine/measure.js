// Times every part of the recommendation in WebAssembly. Each run is long enough for the clock of a page. The
// minimum of several runs is the time of the work itself, because other load on the machine only adds to it.

const RUNS = 21;
const LEAST = 2; // milliseconds of one run, twenty times the step of the clock
const MOST = 1500; // milliseconds for one part of one size, or three runs

const once = (bench, part, times) => {
  const start = performance.now();
  bench.run(part, times);
  return (performance.now() - start) / times;
};

const timed = (bench, part) => {
  // Warm-up runs, so that the optimising compiler has finished.
  const warm = performance.now() + LEAST * 20;
  let time = once(bench, part, 1);
  while (performance.now() < warm) time = Math.min(time, once(bench, part, 1));
  const times = Math.max(1, Math.ceil(LEAST / Math.max(time, 0.0001)));
  const end = performance.now() + MOST;
  const all = [];
  while (all.length < 3 || (all.length < RUNS && performance.now() < end)) {
    all.push(once(bench, part, times));
  }
  all.sort((one, other) => one - other);
  return { n_runs: all.length, median_ms: all[all.length >> 1], least_ms: all[0] };
};

export const measure = async ({ Bench, names }, sizes) => {
  const found = [];
  for (const n_entries of sizes) {
    const bench = new Bench(n_entries);
    for (const [part, what] of names().split("\n").entries()) {
      found.push({ what, n_entries, ...timed(bench, part) });
      // Yields, so that the driver can poll.
      await new Promise((resolve) => setTimeout(resolve));
    }
    bench.free();
  }
  return found;
};

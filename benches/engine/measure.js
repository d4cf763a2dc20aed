// Times every part of the recommendation in WebAssembly: the median of some runs, each of them long
// enough for the clock. What takes very long is measured fewer times.

const RUNS = 21;
const LEAST = 2; // milliseconds, twenty times the step of a page's clock
const MOST = 1500; // milliseconds for one part of one size, or three runs

const once = (bench, part, times) => {
  const start = performance.now();
  bench.run(part, times);
  return (performance.now() - start) / times;
};

const median = (bench, part) => {
  // Runs before the first measurement, so that it is compiled to be fast.
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
  return { runs: all.length, median: all[all.length >> 1], least: all[0] };
};

export const measure = ({ Bench, names }, sizes) =>
  sizes.flatMap((entries) => {
    const bench = new Bench(entries);
    const times = names()
      .split("\n")
      .map((what, part) => ({ what, entries, ...median(bench, part) }));
    bench.free();
    return times;
  });

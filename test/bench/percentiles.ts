/** `p50 3 ms · p99 12 ms · max 20 ms` of durations in ms. */
export function percentiles(durations: readonly number[]): string {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `n ${sorted.length} · p50 ${at(0.5)} ms · p99 ${at(0.99)} ms · max ${at(1)} ms`;
}

// That something is answered at once, on a machine that may be busy with other things meanwhile.

const tries = 5;

/** Whether one of a few tries took less than `limitMs`: a machine's pause does not hit them all. */
export function isAtOnce(read: () => unknown, limitMs: number): boolean {
  for (let count = 0; count < tries; count += 1) {
    const began = performance.now();
    read();
    if (performance.now() - began < limitMs) return true;
  }
  return false;
}

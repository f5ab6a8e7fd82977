import { readFileSync } from 'node:fs';

/**
 * Most memory that this process held at once, in kB. Linux only: what `resourceUsage` says there starts from the
 * size of the process that forked this one.
 */
export function peakKb(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN);
}

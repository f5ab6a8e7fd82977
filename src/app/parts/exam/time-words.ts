const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;

/** As a clock shows it: `2:09:05` or `21:40`. A second that has begun is shown until it is over. */
export function clockDigits(ms: number): string {
  const seconds = Math.ceil(ms / secondMs);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** As one says it: "2 h 10 min", "11 min", "1 min 36 s", "40 s". Seconds only below ten minutes. */
export function durationWords(ms: number): string {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const seconds = Math.round((ms % minuteMs) / secondMs);
  if (seconds === 60) return durationWords(Math.ceil(ms / minuteMs) * minuteMs);
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  if (minutes >= 10) return `${minutes} min`;
  if (minutes > 0) return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
  return `${seconds} s`;
}

/** The moments, ms before the end, at which the time left is said aloud. */
export function thresholdsOf(limitMs: number): readonly number[] {
  const parts = [limitMs / 2, limitMs / 4, 10 * minuteMs, 5 * minuteMs, minuteMs];
  return [...new Set(parts)].filter((ms) => ms < limitMs).sort((a, b) => b - a);
}

/** The threshold that was passed between two looks at the clock, the later one of several; null when none was. */
export function passedThreshold(limitMs: number, before: number, now: number): number | null {
  return thresholdsOf(limitMs).findLast((ms) => now <= ms && ms < before) ?? null;
}

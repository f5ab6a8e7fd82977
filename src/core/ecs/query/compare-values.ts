/** Below zero where `a` is the older version, zero where they are the same; parts count as numbers. */
export function compareVersions(a: string, b: string, missingPart: 0 | -1): number {
  const [partsA, partsB] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(partsA.length, partsB.length); at += 1) {
    const difference = (partsA[at] ?? missingPart) - (partsB[at] ?? missingPart);
    if (difference !== 0) return difference;
  }
  return 0;
}

const timePattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?)?$/;
const minuteMs = 60_000;

/**
 * Milliseconds since 1970 of `2018-06-18T22:28:28+00:00`, `…Z`, without a zone or a day alone, which are read as UTC and
 * its midnight; null for any other text and for days that no calendar has.
 */
export function readTime(text: string): number | null {
  const written = timePattern.exec(text);
  if (written === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = written
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) - zoneMinutes(written[7] ?? 'Z') * minuteMs;
}

/** Minutes ahead of UTC. */
function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

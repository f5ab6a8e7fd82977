/** What the agent accepts as a value. Times are in seconds, ports and integers plain. */
export type AgentValueKind =
  | { readonly type: 'boolean' | 'cluster' | 'drivers' | 'path' | 'port-range' | 'ports' | 'region' | 'text' }
  | DurationKind
  | { readonly type: 'integer'; readonly least: number; readonly most: number }
  | { readonly type: 'json-object'; readonly members: 'text' | 'any' }
  | {
      readonly type: 'one-of';
      readonly values: readonly string[] /** In small letters first. */;
      readonly anyCase?: true;
    };

interface DurationKind {
  readonly type: 'duration';
  readonly leastSeconds: number;
  /** What the agent takes for a shorter time: its own default, or the least that it allows. */
  readonly shorter: 'default' | 'least';
  /** Agents from before 2022 asked for this much; absent where the least never changed. */
  readonly formerLeastSeconds?: number;
}

/** Log drivers that the agent may announce. Source: AGENT:`agent/dockerclient/logging_drivers.go`. */
const drivers: ReadonlySet<string> = new Set([
  'awsfirelens',
  'awslogs',
  'fluentd',
  'gelf',
  'journald',
  'json-file',
  'logentries',
  'none',
  'splunk',
  'sumologic',
  'syslog',
]);

// What Go's `strings.TrimSpace` trims: not U+FEFF, unlike JavaScript's `trim`.
const space = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const leadingSpace = new RegExp(`^${space}+`);
const isSpace = new RegExp(`^${space}$`);

/** Trims as the agent does. */
export function trimSpace(text: string): string {
  let end = text.length;
  // Not one pattern anchored at the end: that would be quadratic in a long run of spaces.
  while (end > 0 && isSpace.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end).replace(leadingSpace, '');
}

/**
 * The value in one spelling for each meaning: `true` for `1`, `10800s` for `3h`, lists sorted, objects by key. Null
 * when the agent cannot read it, or reads it as if it were unset.
 */
export function canonicalAgentValue(kind: AgentValueKind, value: string): string | null {
  switch (kind.type) {
    case 'boolean':
      return readBoolean(trimSpace(value));
    case 'duration':
      return canonicalDuration(value, kind);
    case 'integer':
      return /^\d{1,10}$/.test(value) ? within(Number(value), kind.least, kind.most) : null;
    case 'one-of':
      return oneOf(kind.values, kind.anyCase ? value.toLowerCase() : value);
    case 'drivers':
      return sortedList(value, (item) => typeof item === 'string' && drivers.has(item));
    case 'ports':
      return sortedList(value, isPort);
    case 'json-object':
      return canonicalObject(value, kind.members);
    case 'port-range':
      return canonicalRange(value);
    default:
      return readText(kind.type, value);
  }
}

/** Seconds in a Go duration (`1h30m`, `500ms`, `0`); null when it is none, or negative. */
export function readDuration(text: string): number | null {
  if (/^\+?0$/.test(text)) return 0;
  if (text.length > 40 || !/^\+?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return null;
  const seconds = { ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(amount) * seconds[unit as keyof typeof seconds];
  }
  // Adding tenths leaves dust; nanoseconds are Go's smallest unit.
  return Number(total.toFixed(9));
}

/** As `readDuration`, and below zero for a negative one. */
export function readSignedDuration(text: string): number | null {
  const seconds = readDuration(text.replace(/^-(?!\+)/, ''));
  return seconds === null || !text.startsWith('-') ? seconds : -seconds;
}

function readBoolean(text: string): string | null {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return 'true';
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? 'false' : null;
}

function oneOf(values: readonly string[], value: string): string | null {
  return values.includes(value) ? value : null;
}

function canonicalDuration(text: string, { leastSeconds, shorter }: DurationKind): string | null {
  const seconds = readSignedDuration(text);
  // The agent takes a zero for "not set".
  if (seconds === null || seconds === 0) return null;
  if (seconds > 0 && seconds >= leastSeconds) return `${seconds}s`;
  return shorter === 'least' ? `${leastSeconds}s` : null;
}

function within(value: number, least: number, most: number): string | null {
  return value >= least && value <= most ? String(value) : null;
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65535;
}

function sortedList(text: string, accepts: (item: unknown) => boolean): string | null {
  const list = parseJson(text);
  if (!Array.isArray(list) || !list.every(accepts)) return null;
  return JSON.stringify([...new Set(list)].sort((a, b) => (a < b ? -1 : 1)));
}

function canonicalObject(text: string, members: 'text' | 'any'): string | null {
  const object = parseJson(text);
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return null;
  const entries = Object.entries(object);
  if (members === 'text' && entries.some(([, value]) => typeof value !== 'string')) return null;
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function canonicalRange(text: string): string | null {
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  const first = Number(match?.[1] ?? Number.NaN);
  const last = Number(match?.[2] ?? Number.NaN);
  return first >= 1 && first < last && last <= 65535 ? `${first}-${last}` : null;
}

function readText(type: 'cluster' | 'path' | 'region' | 'text', value: string): string | null {
  const text = type === 'cluster' || type === 'region' ? trimSpace(value) : value;
  if (type === 'cluster') return isClusterName(text) ? text : null;
  if (type === 'region') return /^[a-z]{2,4}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/.test(text) ? text : null;
  return text === '' ? null : text;
}

/** A name as CreateCluster takes it, or the ARN of a cluster. */
function isClusterName(text: string): boolean {
  return /^(?:arn:aws[a-z-]{0,20}:ecs:[a-z0-9-]{1,30}:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/.test(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

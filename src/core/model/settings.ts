import { readMeasured } from './measured-memory.ts';

/**
 * What a learner can set. Each is a register in the log (`setting` entries), so that devices agree; the
 * five that must act before the log is read are mirrored in localStorage by the app.
 */
export interface Settings {
  /** Time the learner gives each day; sizes today's set. */
  readonly minutesPerDay: number;
  /** Most cards seen for the first time on one day. */
  readonly newPerDay: number;
  /** Chance of recall at which a card comes back. */
  readonly desiredRetention: number;
  /** The learner's memory as it was measured, in the words of `writeMeasured`; empty for what is usual of many learners. */
  readonly parameters: string;
  /** Intervals go by the learner's own memory, as soon as one was measured. */
  readonly ownIntervals: boolean;
  /** `YYYY-MM-DD`, or empty. */
  readonly examDate: string;
  /** Days of the week on which nothing is planned, 1 for Monday to 7 for Sunday: `67`; six at most. */
  readonly daysOff: string;
  readonly shortcuts: boolean;
  /** Space and Enter rate a revealed recall card Good. */
  readonly spaceRates: boolean;
  /** Again and Good only. */
  readonly twoButtons: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly motion: 'system' | 'reduce';
  /** Percent of the browser's text size. */
  readonly textSize: number;
}

export type SettingValue = string | number | boolean | null;

export interface SettingRule<Value> {
  readonly fallback: Value;
  /** The value that a stored one stands for; null when it cannot be, so that it is passed over. */
  read(stored: unknown): Value | null;
}

export interface NumberRule extends SettingRule<number> {
  readonly least: number;
  readonly most: number;
}

/** Every setting with its default and its gate: screens and the page's first script keep to these bounds. */
export const settingRules = {
  minutesPerDay: wholeNumber(15, 5, 240),
  newPerDay: wholeNumber(12, 0, 100),
  desiredRetention: number(0.9, 0.8, 0.95),
  parameters: { fallback: '', read: readParameters },
  ownIntervals: flag(true),
  examDate: { fallback: '', read: (stored: unknown) => (stored === '' || isDate(stored) ? (stored as string) : null) },
  daysOff: { fallback: '', read: readDaysOff },
  shortcuts: flag(true),
  spaceRates: flag(true),
  twoButtons: flag(false),
  theme: oneOf('system', 'light', 'dark'),
  contrast: oneOf('system', 'more'),
  motion: oneOf('system', 'reduce'),
  textSize: wholeNumber(100, 90, 160),
} as const satisfies { readonly [Key in keyof Settings]: SettingRule<Settings[Key]> };

const rules: ReadonlyMap<string, SettingRule<SettingValue>> = new Map(Object.entries(settingRules));

/** Whether a register may hold the value; those that screens keep for themselves have no rule. */
export function isSettingValue(key: string, value: SettingValue): boolean {
  const rule = rules.get(key);
  return rule === undefined || rule.read(value) !== null;
}

/** Stored values over the defaults; a value that cannot be is passed over. */
export function readSettings(stored: ReadonlyMap<string, SettingValue>): Settings {
  const known = [...rules].map(([key, { fallback, read }]) => [key, read(stored.get(key)) ?? fallback]);
  return Object.fromEntries(known);
}

export const settingDefaults: Settings = readSettings(new Map());

function number(fallback: number, least: number, most: number): NumberRule {
  const read = (stored: unknown) => (typeof stored === 'number' && stored >= least && stored <= most ? stored : null);
  return { fallback, least, most, read };
}

function wholeNumber(fallback: number, least: number, most: number): NumberRule {
  const { read } = number(fallback, least, most);
  return { fallback, least, most, read: (stored) => read(typeof stored === 'number' ? Math.round(stored) : stored) };
}

function flag(fallback: boolean): SettingRule<boolean> {
  return { fallback, read: (stored) => (typeof stored === 'boolean' ? stored : null) };
}

/** The first value is the default. */
function oneOf<Value extends string>(fallback: Value, ...others: readonly Value[]): SettingRule<Value> {
  const values = [fallback, ...others];
  return { fallback, read: (stored) => values.find((value) => value === stored) ?? null };
}

function readParameters(stored: unknown): string | null {
  const isMeant = typeof stored === 'string' && (stored === '' || readMeasured(stored) !== null);
  return isMeant ? stored : null;
}

/** Each day once and in order; a week without a day of study is none. */
function readDaysOff(stored: unknown): string | null {
  const isRule = typeof stored === 'string' && /^1?2?3?4?5?6?7?$/.test(stored) && stored.length < 7;
  return isRule ? stored : null;
}

/** Whether it is the date of a day that there is. */
function isDate(stored: unknown): boolean {
  if (typeof stored !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(stored)) return false;
  const day = new Date(`${stored}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(stored);
}

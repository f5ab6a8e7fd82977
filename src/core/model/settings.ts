/**
 * What a learner can set. Each is a register in the log (`setting` entries), so that devices agree; the
 * four that must act before the first paint are mirrored in localStorage by the app.
 */
export interface Settings {
  /** Time the learner gives each day; sizes today's set. 5 to 240. */
  readonly minutesPerDay: number;
  /** Most cards seen for the first time on one day. 0 to 100. */
  readonly newPerDay: number;
  /** Chance of recall at which a card comes back. 0.80 to 0.95. */
  readonly desiredRetention: number;
  /** `YYYY-MM-DD`, or empty. */
  readonly examDate: string;
  readonly shortcuts: boolean;
  /** Space and Enter rate a revealed recall card Good. */
  readonly spaceRates: boolean;
  /** Again and Good only. */
  readonly twoButtons: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly motion: 'system' | 'reduce';
  /** Percent of the browser's text size. 90 to 160. */
  readonly textSize: number;
}

export const settingDefaults: Settings = {
  minutesPerDay: 15,
  newPerDay: 12,
  desiredRetention: 0.9,
  examDate: '',
  shortcuts: true,
  spaceRates: true,
  twoButtons: false,
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  textSize: 100,
};

export type SettingValue = string | number | boolean | null;

/** Stored values over the defaults; a value of another type than the default's is passed over. */
export function readSettings(stored: ReadonlyMap<string, SettingValue>): Settings {
  const known = Object.entries(settingDefaults).map(([key, fallback]) => {
    const value = stored.get(key);
    return [key, typeof value === typeof fallback ? value : fallback];
  });
  return Object.fromEntries(known) as unknown as Settings;
}

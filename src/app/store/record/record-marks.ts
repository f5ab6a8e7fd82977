import type { SettingValue } from '../../../core/model/settings.ts';

/** Says, before any store is open, that this browser has been studied in. */
export const startedMark = 'started';

/** Settings that act before the record is read; `index.html` reads the same marks. */
export const mirrored = ['theme', 'contrast', 'motion', 'textSize', 'shortcuts'] as const;

/** The value whose mark is this text. */
export function valueOfMark(key: (typeof mirrored)[number], text: string): SettingValue {
  if (key === 'textSize') return Number(text);
  return key === 'shortcuts' ? text !== 'false' : text;
}

/** Ids of the packs that are off, for a first visit that waits for no store. */
export const packsOffMark = 'packs-off';

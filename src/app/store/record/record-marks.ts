/** Says, before any store is open, that this browser has been studied in. */
export const startedMark = 'started';

/** Settings that act before the first paint; `index.html` reads the same marks. */
export const mirrored = ['theme', 'contrast', 'motion', 'textSize'] as const;

/** Ids of the packs that are off, for a first visit that waits for no store. */
export const packsOffMark = 'packs-off';

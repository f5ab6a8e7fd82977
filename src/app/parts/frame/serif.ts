const serif = '1em "Sveska Serif"';

/** Fetches the serif. Without it the screens stay in that of the system. */
export async function loadSerif(): Promise<void> {
  await document.fonts?.load(serif).catch(() => {});
}

/** What a page showed first, and may draw again while it is being read. */
const firsts = new Map<'screen' | 'card', string>();

/**
 * Puts the serif on if it is there: only where another screen or card comes, so that text that is being read never moves.
 * Whoever was here before has it at once.
 */
export function putOnSerif(what: 'screen' | 'card', name: string): void {
  const first = firsts.get(what) ?? name;
  firsts.set(what, first);
  if (name === first && !navigator.serviceWorker?.controller) return;
  if (document.fonts?.check(serif)) document.documentElement.dataset.serif = '';
}

const serif = '1em "Sveska Serif"';

/** Fetches the serif. Without it the screens stay in that of the system. */
export async function loadSerif(): Promise<void> {
  await document.fonts?.load(serif).catch(() => {});
}

/** Puts the serif on if it is there: only where a screen or a card comes, so that text that is being read never moves. */
export function putOnSerif(): void {
  if (document.fonts?.check(serif)) document.documentElement.dataset.serif = '';
}

import type { Settings } from '../../../core/model/settings.ts';

/** Puts the look that the learner chose on the document; `index.html` does the same before the first paint. */
export function applyAppearance({ theme, contrast, motion, textSize }: Settings): void {
  const root = document.documentElement;
  Object.assign(root.dataset, { theme, contrast, motion });
  root.style.fontSize = `${textSize}%`;
}

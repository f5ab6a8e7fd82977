/**
 * To be called by a control that is about to vanish: gives the focus to what surrounds it, so that it does
 * not fall back to the page's beginning and the session's keys go on working.
 */
export function keepFocus({ currentTarget }: { readonly currentTarget: Element }): void {
  currentTarget.closest<HTMLElement>('.session, main')?.focus({ preventScroll: true });
}

/**
 * The two live regions stand in `index.html` from the first paint: a region mounted together with its
 * text is not announced by every screen reader.
 */
export function announce(text: string): void {
  write('status', text);
}

/** For what must interrupt: an answer that could not be saved. */
export function alertNow(text: string): void {
  write('alert', text);
}

function write(id: string, text: string): void {
  const region = document.getElementById(id);
  if (region === null) return;
  // The same words twice are announced twice only if the region was empty in between.
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}

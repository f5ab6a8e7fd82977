import fc from 'fast-check';
import { vi } from 'vitest';
import { seed } from './seed.ts';

// A property that names no seed of its own takes the run's.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

// Files may share a process: none finds what another one left.
vi.useRealTimers();
vi.unstubAllGlobals();
vi.restoreAllMocks();
if (typeof document !== 'undefined') {
  document.body.replaceChildren();
  for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
}

// The wait for a change on screen ends with the change; on a busy machine a second is not enough for it.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 60_000 });
  // jsdom lays nothing out: nothing can be out of sight, or come into view.
  Element.prototype.scrollIntoView = () => {};
  const Observer = class {
    observe() {}
    disconnect() {}
  };
  Object.assign(globalThis, { IntersectionObserver: Observer, ResizeObserver: Observer });
}

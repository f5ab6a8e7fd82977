import { trustedScriptUrl } from '../trusted-url.ts';

/**
 * Makes the app work without a network from now on. To be called after the first card is painted, so that
 * keeping files does not compete with it. `onUpdate` is called when a new version is kept and waits; the app
 * offers it where no card is on screen, and calls `reload` when the learner says so. Never rejects: where there
 * is no service worker, the app works online only, and the answer is false.
 */
export async function registerOffline(onUpdate: (reload: () => void) => void): Promise<boolean> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register(trustedScriptUrl(`${import.meta.env.BASE_URL}sw.js`));
    const offer = (worker: ServiceWorker | null) => {
      if (worker && navigator.serviceWorker.controller) onUpdate(() => takeOver(worker));
    };
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => whenKept(registration.installing, offer));
    return true;
  } catch {
    return false;
  }
}

function whenKept(worker: ServiceWorker | null, offer: (worker: ServiceWorker) => void): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(worker);
  });
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('activate');
}

import { announce } from './live-regions.ts';

/** Copies a text and says whether it could. A page that is served without TLS has no clipboard at all. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied');
  } catch {
    announce('Copying is not allowed here. Select the text and copy it.');
  }
}

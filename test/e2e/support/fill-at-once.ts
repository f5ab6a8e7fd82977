import type { Locator } from 'playwright';

/** Puts a long text into a field as one change: typed or pasted by the browser's editor, it takes seconds. */
export async function fillAtOnce(field: Locator, text: string): Promise<void> {
  await field.evaluate((own, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(own, value);
    own.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

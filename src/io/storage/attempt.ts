/** A store that opened, or why not, in the browser's words. */
export type Attempt<Store> =
  | { readonly opened: Store; readonly error: null }
  | { readonly opened: null; readonly error: string };

export async function attempt<Store>(open: () => Promise<Store>): Promise<Attempt<Store>> {
  try {
    return { opened: await open(), error: null };
  } catch (error) {
    return { opened: null, error: String(error) };
  }
}

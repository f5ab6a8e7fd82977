/** Written by the deck plugin (`src/tools/deck-plugin.ts`): the packs that the app is built with. */
declare module 'virtual:sveska-packs' {
  export const packs: readonly import('../core/model/shipped-deck.ts').ShippedEntry[];
}

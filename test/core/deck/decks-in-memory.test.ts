import { decksInMemory } from '../../decks-in-memory.ts';
import { describeDeckSource } from './deck-source-contract.ts';

describeDeckSource('compiled decks in memory', (decks) => {
  const source = decksInMemory(decks);
  return { source, change: source.change };
});

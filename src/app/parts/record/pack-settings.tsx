import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { DeckIndex, PackEntry } from '../../../core/model/deck.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { isStudied } from '../../../core/model/question.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { endRunOfPack } from '../../store/session/end-run-of-pack.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { Switch } from './setting-fields.tsx';

/** Every pack that came with the app, each with its switch. What was done with a pack that is off is kept. */
export function PackSettings(): ReactNode {
  const { ports, decks } = useStores();
  const { indexes, loadIndexes } = useStore(decks);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <section className="sheet settings-group" aria-labelledby="packs">
      <h2 id="packs">Packs</h2>
      <p>A pack that is off brings no cards, notes or search results. Your answers to it are kept.</p>
      {ports.decks.packs.map((entry) => (
        <PackSwitch key={entry.id} entry={entry} index={indexes.get(entry.id)} />
      ))}
    </section>
  );
}

interface PackSwitchProps {
  readonly entry: PackEntry;
  /** Missing while it is read. */
  readonly index: DeckIndex | undefined;
}

function PackSwitch({ entry, index }: PackSwitchProps): ReactNode {
  const { session } = useStores();
  const isOn = useRecord(({ packs }) => isPackOn(packs, entry.id));
  const switchPack = useRecord((state) => state.switchPack);
  const change = (on: boolean) => {
    if (!on) endRunOfPack(session, entry.id);
    switchPack(entry.id, on);
  };
  return (
    <Switch label={entry.title} hint={index === undefined ? '' : factsOf(index)} checked={isOn} onChange={change} />
  );
}

/** "320 questions, 12 notes. By Ada. CC-BY-4.0." */
function factsOf({ pack, notes, questions }: DeckIndex): string {
  const asked = questions.filter(isStudied);
  const by = pack.authors.map((author) => author.replace(/\s*<.*>$/, '')).join(', ');
  const facts = [
    `${countWords(asked.length, 'question')}, ${countWords(notes.length, 'note')}`,
    by === '' ? '' : `By ${by}`,
    pack.licence === '' ? '' : `Licence ${pack.licence}`,
  ];
  return facts
    .filter((fact) => fact !== '')
    .map((fact) => `${fact}.`)
    .join(' ');
}

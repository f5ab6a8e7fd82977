import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { NoteAddress } from '../../../core/model/address.ts';
import type { QuestionSummary } from '../../../core/model/deck.ts';
import { isStudied, type Kind } from '../../../core/model/question.ts';
import { isSkipped, skipKey } from '../../store/reading.ts';
import { useStores } from '../../store/stores.tsx';
import { InlinePrompt } from './inline-prompt.tsx';

const mostPrompts = 2;
/** Kinds that can be answered from memory, those that fit best first: the reader has just read the answer. */
const kindRanks: Readonly<Partial<Record<Kind, number>>> = {
  recall: 0,
  cloze: 1,
  'typed-cloze': 1,
  typed: 2,
  choice: 3,
  multi: 4,
};

/** A question or two on the section above; an answer puts the card into the learner's reviews. */
export function InlinePrompts({ address }: { readonly address: NoteAddress }): ReactNode {
  const { decks, record } = useStores();
  const indexes = useStore(decks, (state) => state.indexes);
  const registers = useStore(record, (state) => state.registers);
  const isHidden = isSkipped({ registers, indexes: indexes.values() }, address);
  const prompts = choosePrompts(indexes.get(address.pack)?.questions ?? [], address);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const hasChosen = useRef(false);
  useLayoutEffect(() => {
    // The button that was pressed is gone; the focus must not fall back to the page's beginning.
    if (hasChosen.current) (isHidden ? opener : place).current?.focus();
  }, [isHidden]);
  if (prompts.length === 0) return null;
  const skip = (value: boolean) => {
    hasChosen.current = true;
    record.getState().remember(skipKey(address), value);
  };
  if (isHidden) {
    return (
      <button ref={opener} type="button" className="button-quiet" onClick={() => skip(false)}>
        Show the questions on this section
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark for each section would drown those of the page
    <div role="group" ref={place} className="inline-prompt" aria-label="Questions on this section" tabIndex={-1}>
      <h3>Do you remember?</h3>
      {prompts.map((summary) => (
        <InlinePrompt key={summary.id} id={summary.id} />
      ))}
      <button type="button" className="button-quiet" onClick={() => skip(true)}>
        Skip these
      </button>
    </div>
  );
}

function choosePrompts(summaries: readonly QuestionSummary[], address: NoteAddress): readonly QuestionSummary[] {
  return (
    summaries
      .filter(({ note }) => note?.note === address.note && note.section === address.section)
      // A question of a case says nothing without its scenario, which is too long for here.
      .filter((summary) => isStudied(summary) && summary.case === undefined && kindRanks[summary.kind] !== undefined)
      .sort((a, b) => (kindRanks[a.kind] ?? 0) - (kindRanks[b.kind] ?? 0))
      .slice(0, mostPrompts)
  );
}

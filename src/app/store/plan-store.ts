import { type DayPlan, type PlanFacts, planDay } from '../../core/study/plan-day.ts';
import type { DeckStore } from './deck-store.ts';
import type { RecordStore } from './record/record-state.ts';

/** The day's plan: another one whenever the record, the packs, the settings or the study day are. */
export interface PlanStore {
  current(): DayPlan;
  /** Called when there may be another one. The day's end tells nobody: see `useStudyDay`. */
  subscribe(onChange: () => void): () => void;
}

/** The plan of these stores. Whoever asks brings the planner along, so that a first card does not wait for its code. */
export function planOf({ plan }: { plan(make: typeof createPlanStore): PlanStore }): PlanStore {
  return plan(createPlanStore);
}

export function createPlanStore(record: RecordStore, decks: DeckStore): PlanStore {
  let facts = factsOf(record, decks);
  let plan = planDay(facts);
  return {
    current() {
      const present = factsOf(record, decks);
      if (!isSame(facts, present)) [facts, plan] = [present, planDay(present)];
      return plan;
    },
    subscribe(onChange) {
      const ends = [record.subscribe(onChange), decks.subscribe(onChange)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function factsOf(record: RecordStore, decks: DeckStore): PlanFacts {
  const { cards, recent, settings, packs, today } = record.getState();
  return { today: today(), cards, recent: recent(), settings, packs, summaries: decks.getState().summaries };
}

/** `cards` is another map at each revision of the record, and so speaks for its entries, too. */
function isSame(a: PlanFacts, b: PlanFacts): boolean {
  const { today, cards, settings, packs, summaries } = b;
  return (
    a.today === today && a.cards === cards && a.settings === settings && a.packs === packs && a.summaries === summaries
  );
}

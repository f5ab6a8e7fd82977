import type { ExamsByPack } from '../../core/scheduler/exam-plan/card-worth.ts';
import type { KnownPrices } from '../../core/scheduler/exam-plan/known-prices.ts';
import { recalibrate } from '../../core/scheduler/exam-plan/recalibrate.ts';
import type { ExamKnowledge } from '../../core/scheduler/plan/today-request.ts';
import { type DayPlan, type PlanFacts, planDay } from '../../core/study/plan-day.ts';
import type { Ports } from '../ports.ts';
import type { DeckStore } from './deck-store.ts';
import { keepPrices, readPrices } from './price-mark.ts';
import type { RecordStore } from './record/record-state.ts';

/** The day's plan: another one whenever the record, the packs, the settings, the study day or the prices are. */
export interface PlanStore {
  current(): DayPlan;
  /** Called when there may be another one. The day's end tells nobody: see `useStudyDay`. */
  subscribe(onChange: () => void): () => void;
}

export interface PlanDesk {
  readonly ports: Pick<Ports, 'marks' | 'whenIdle' | 'openPriceFinder'>;
  readonly record: RecordStore;
  readonly decks: DeckStore;
}

/** The plan of these stores. Whoever asks brings the planner along, so that a first card does not wait for its code. */
export function planOf({ plan }: { plan(make: typeof createPlanStore): PlanStore }): PlanStore {
  return plan(createPlanStore);
}

export function createPlanStore(desk: PlanDesk): PlanStore {
  const { record, decks } = desk;
  const listeners = new Set<() => void>();
  const desks = { ...desk, knowledge: knowledgeOf(decks, readPrices(desk.ports.marks)) };
  let facts = factsOf(desks);
  let plan = planDay(facts);

  function current(): DayPlan {
    const present = factsOf(desks);
    if (!isSame(facts, present)) [facts, plan] = [present, planDay(present)];
    return plan;
  }
  const askForPrices = priceQuestions(desk, current, (prices) => {
    desks.knowledge = knowledgeOf(decks, prices);
    for (const listener of listeners) listener();
  });
  return {
    current,
    subscribe(onChange) {
      const look = () => {
        askForPrices();
        onChange();
      };
      const ends = [record.subscribe(look), decks.subscribe(look)];
      listeners.add(onChange);
      askForPrices();
      return () => {
        listeners.delete(onChange);
        for (const end of ends) end();
      };
    },
  };
}

/** Asks for prices once for each day, and when what is planned with is another: never for an answer. */
function priceQuestions(desk: PlanDesk, current: () => DayPlan, onFound: (prices: KnownPrices) => void): () => void {
  const { ports, record } = desk;
  let asked = '';
  let known = readPrices(ports.marks);
  const find = async () => {
    const { exam } = current().set;
    if (exam === null) return;
    const calibration = recalibrate(record.getState().predictions());
    const finder = await ports.openPriceFinder();
    known = await finder.find({ ...exam.days, calibration }, known);
    keepPrices(ports.marks, known);
    onFound(known);
  };
  return () => {
    const wanted = wantedPrices(desk);
    if (wanted === null || wanted === asked) return;
    asked = wanted;
    // Without prices the day is planned by what each card brings by itself.
    ports.whenIdle(() => find().catch(() => {}));
  };
}

/** All that the prices hang on but answers; null while there is nothing to find. */
function wantedPrices({ record, decks }: PlanDesk): string | null {
  const { opening, settings, packs, today } = record.getState();
  const { status, summaries } = decks.getState();
  if (opening !== 'open' || status !== 'ready' || settings.examDate === '') return null;
  const { examDate, minutesPerDay, newPerDay, daysOff } = settings;
  return JSON.stringify([today(), examDate, minutesPerDay, newPerDay > 0, daysOff, [...packs], summaries.size]);
}

type Desks = PlanDesk & { readonly knowledge: () => ExamKnowledge };

/** The same object as long as packs and prices are the same. */
function knowledgeOf(decks: DeckStore, prices: KnownPrices | null): () => ExamKnowledge {
  let [indexes, knowledge] = [decks.getState().indexes, { exams: examsOf(decks), prices }];
  return () => {
    const present = decks.getState().indexes;
    if (present !== indexes) [indexes, knowledge] = [present, { exams: examsOf(decks), prices }];
    return knowledge;
  };
}

function examsOf(decks: DeckStore): ExamsByPack {
  const { indexes } = decks.getState();
  return new Map([...indexes].flatMap(([id, { pack }]) => (pack.exam === null ? [] : [[id, pack.exam]])));
}

function factsOf({ record, decks, knowledge }: Desks): PlanFacts {
  const { cards, recent, settings, packs, today } = record.getState();
  const { summaries } = decks.getState();
  return { today: today(), cards, recent: recent(), settings, packs, summaries, knowledge: knowledge() };
}

/** `cards` is another map at each revision of the record, and so speaks for its entries, too. */
function isSame(a: PlanFacts, b: PlanFacts): boolean {
  const { today, cards, settings, packs, summaries, knowledge } = b;
  return (
    a.today === today &&
    a.cards === cards &&
    a.settings === settings &&
    a.packs === packs &&
    a.summaries === summaries &&
    a.knowledge === knowledge
  );
}

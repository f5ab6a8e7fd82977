import type { ExamsByPack } from '../../core/scheduler/exam-plan/card-worth.ts';
import type { KnownPrices } from '../../core/scheduler/exam-plan/known-prices.ts';
import { recalibrate } from '../../core/scheduler/exam-plan/recalibrate.ts';
import { memoryInUse } from '../../core/scheduler/memory/own-scheduler.ts';
import type { ExamKnowledge } from '../../core/scheduler/plan/today-request.ts';
import { type DayPlan, type PlanFacts, planDay } from '../../core/study/plan-day.ts';
import type { Ports } from '../ports.ts';
import type { DeckStore } from './deck-store.ts';
import { type KeptPrices, keepPrices, readPrices } from './price-mark.ts';
import type { RecordStore } from './record/record-state.ts';

/** The day's plan: another one whenever the record, the packs, the settings, the study day or the prices are. */
export interface PlanStore {
  current(): DayPlan;
  /** Why the prices of the days to an exam could not be found; empty while that is not so. */
  failure(): string;
  /** Tries to find them once more. */
  retry(): void;
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
  const kept = readPrices(desk.ports.marks);
  const desks = { ...desk, knowledge: knowledgeOf(decks, kept?.prices ?? null) };
  let facts = factsOf(desks);
  let plan = planDay(facts);

  function current(): DayPlan {
    const present = factsOf(desks);
    if (!isSame(facts, present)) [facts, plan] = [present, planDay(present)];
    return plan;
  }
  const prices = askForPrices(desk, current, kept, (found) => {
    if (found !== null) desks.knowledge = knowledgeOf(decks, found);
    for (const listener of listeners) listener();
  });
  return {
    current,
    failure: () => prices.failure,
    retry: () => prices.ask(true),
    subscribe(onChange) {
      const look = () => {
        prices.ask();
        onChange();
      };
      const ends = [record.subscribe(look), decks.subscribe(look)];
      listeners.add(onChange);
      prices.ask();
      return () => {
        listeners.delete(onChange);
        for (const end of ends) end();
      };
    },
  };
}

/** Prices are asked for once for each day, and when what is planned with is another: never for an answer. */
interface PriceQuestions {
  /** Why they could not be found, in the browser's words; empty while that is not so. */
  failure: string;
  ask(again?: boolean): void;
}

function askForPrices(
  desk: PlanDesk,
  current: () => DayPlan,
  kept: KeptPrices | null,
  onEnd: (found: KnownPrices | null) => void,
): PriceQuestions {
  const { ports, record } = desk;
  let asked = kept?.key ?? '';
  let known = kept;
  const find = async (key: string): Promise<KnownPrices | null> => {
    const { exam } = current().set;
    if (exam === null) return null;
    const calibration = recalibrate(record.getState().predictions());
    const finder = await ports.openPriceFinder();
    const before = known !== null && memoryOf(known.key) === memoryOf(key) ? known.prices : null;
    const found = await finder.find({ ...exam.days, calibration }, before);
    // Something else was asked for meanwhile, and is found, or will be.
    if (key !== asked) return null;
    known = { key, prices: found };
    keepPrices(ports.marks, known);
    return found;
  };
  const questions: PriceQuestions = {
    failure: '',
    ask(again = false) {
      const wanted = wantedPrices(desk);
      if (wanted === null || (wanted === asked && !again)) return;
      asked = wanted;
      questions.failure = '';
      ports.whenIdle(() =>
        find(wanted).then(onEnd, (error: unknown) => {
          // Until it is tried again the day is planned by what each card brings by itself.
          questions.failure = String(error);
          onEnd(null);
        }),
      );
    },
  };
  return questions;
}

/** All that the prices hang on but answers; null while there is nothing to find. */
function wantedPrices({ record, decks }: PlanDesk): string | null {
  const { opening, settings, packs, today } = record.getState();
  const { status, summaries } = decks.getState();
  if (opening === 'opening' || status !== 'ready' || settings.examDate === '') return null;
  const { examDate, minutesPerDay, newPerDay, daysOff } = settings;
  const switches = [...packs].sort();
  const wanted = [today(), examDate, minutesPerDay, newPerDay > 0, daysOff, switches, summaries.size];
  return `${memoryInUse(settings)}${keyBreak}${JSON.stringify(wanted)}`;
}

const keyBreak = ' | ';

/** From the prices of one memory a few steps do not lead to those of another. */
function memoryOf(key: string): string {
  return key.split(keyBreak)[0] ?? '';
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

/** The exam of each pack that names one. */
export function examsOf(decks: DeckStore): ExamsByPack {
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

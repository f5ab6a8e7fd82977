import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attempt } from '../../../core/exam/attempt.ts';
import { type RegisterWrite, readAttempt } from '../../../core/exam/attempt-registers.ts';
import type { Moment } from '../../../core/exam/exam-clock.ts';
import { heartbeatOf, isElsewhere, readHeartbeat, withHeartbeat } from '../../../core/exam/heartbeat.ts';
import { isAnswered, markSheet } from '../../../core/exam/mark-sheet.ts';
import { type ExamEvent, type Sitting, sit } from '../../../core/exam/sit.ts';
import type { Asked } from '../../../core/study/showing.ts';
import { loadedKindOf, loadKind } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { Stores } from '../stores.tsx';

/** An exam on the desk of this tab. */
export interface ExamState {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why the questions could not be read, in the browser's words. */
  readonly failure: string;
  readonly attempt: Attempt;
  /** The questions as they are shown; null for one that no pack has any more. */
  readonly asked: readonly (Asked | null)[];
  /** Another tab has it: this one shows nothing and spends no time. */
  readonly isElsewhere: boolean;
  /** Reads the questions, and goes on where the exam was left. */
  load(): Promise<void>;
  act(event: ExamEvent): void;
  /** Spends the time since the last look. */
  tick(): void;
  takeOver(): void;
  /** The page is left: a practice is paused, and whoever opens the exam next has it. */
  putDown(): void;
}

export type ExamStore = StoreApi<ExamState>;

/** What of the app an exam works with. */
export type ExamDesk = Pick<Stores, 'ports' | 'record' | 'decks'>;

/** The exam of that attempt, which the record holds and is not ended. Every event is written as it happens. */
export function createExamStore(desk: ExamDesk, begun: Attempt): ExamStore {
  const { ports, record, decks } = desk;
  const tab = ports.chance.showingId();
  const key = `exam:${begun.id}`;
  let uptimeMs: number | null = null;
  const beat = () => readHeartbeat(ports.marks.get(key));
  const moment = (): Moment => ({ wall: ports.clock.now(), uptimeMs: ports.clock.uptimeMs() });
  return createStore<ExamState>()((set, get) => {
    const keep = ({ attempt, uptimeMs: then }: Sitting, writes: readonly RegisterWrite[]) => {
      uptimeMs = then;
      set({ attempt });
      for (const [register, value] of writes) record.getState().remember(register, value);
      if (attempt.ending === null) ports.marks.set(key, heartbeatOf(attempt, tab));
      else ports.marks.remove(key);
    };
    const act = (event: ExamEvent) => {
      const { status, attempt, asked, isElsewhere: isAway } = get();
      if (status !== 'ready' || isAway) return;
      const { sitting, writes } = sit({ attempt, uptimeMs }, event, {
        moment: moment(),
        isAnswered: (index, response) => isAnswered(asked[index] ?? null, response),
        mark: (sheet) => markSheet(sheet, asked),
      });
      keep(sitting, writes);
    };
    /** As the record and the last heartbeat have it, whoever wrote them. */
    const reread = () => {
      const kept = readAttempt(record.getState().registers, begun.id) ?? begun;
      uptimeMs = null;
      set({ attempt: withHeartbeat(kept, beat()) });
    };
    const goOn = (wasBegunBefore: boolean) => {
      set({ isElsewhere: false });
      reread();
      act({ t: wasBegunBefore ? 'pause' : 'tick' });
    };
    return {
      status: 'loading',
      failure: '',
      attempt: begun,
      asked: [],
      isElsewhere: false,
      load: async () => {
        set({ status: 'loading', failure: '' });
        try {
          const asked = await askedOf(begun, decks);
          set({ status: 'ready', asked });
        } catch (error) {
          set({ status: 'failed', failure: String(error) });
          return;
        }
        const last = beat();
        if (isElsewhere(last, tab, ports.clock.now())) set({ isElsewhere: true });
        else goOn(last !== null);
      },
      act,
      tick: () => {
        const { status, isElsewhere: wasElsewhere, attempt } = get();
        if (status !== 'ready' || attempt.ending !== null) return;
        const last = beat();
        // A tab that is silent may be asleep; one that has put the exam down says so.
        if (wasElsewhere && last?.tab === '') goOn(true);
        else if (isElsewhere(last, tab, ports.clock.now())) set({ isElsewhere: true });
        else act({ t: 'tick' });
      },
      takeOver: () => goOn(true),
      putDown: () => {
        act({ t: 'pause' });
        const { status, attempt, isElsewhere: isAway } = get();
        if (status === 'ready' && !isAway && attempt.ending === null) ports.marks.set(key, heartbeatOf(attempt, ''));
      },
    };
  });
}

/** The questions of an exam, each as this exam shows it. Rejects when they cannot be read. */
export async function askedOf({ paper }: Pick<Attempt, 'paper'>, decks: DeckStore): Promise<readonly (Asked | null)[]> {
  await decks.getState().loadIndexes();
  const { status, failure } = decks.getState();
  if (status === 'failed') throw new Error(failure);
  return Promise.all(
    paper.questions.map(async ({ id }, index) => {
      const source = await decks.getState().loadQuestion(id);
      if (source === null) return null;
      await loadKind(source);
      const kind = loadedKindOf(source);
      return kind === null ? null : { kind, question: kind.vary(source, paper.seed + index) };
    }),
  );
}

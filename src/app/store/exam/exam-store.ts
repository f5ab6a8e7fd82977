import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attempt } from '../../../core/exam/attempt.ts';
import { type RegisterWrite, readAttempt } from '../../../core/exam/attempt-registers.ts';
import { withHeartbeat } from '../../../core/exam/heartbeat.ts';
import { type ExamAsked, isAnswered, markSheet } from '../../../core/exam/mark-sheet.ts';
import { type ExamContext, type ExamEvent, sit } from '../../../core/exam/sit.ts';
import { loadedKindOf, loadKind } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { Stores } from '../stores.tsx';
import { examMark } from './exam-mark.ts';

/** An exam on the desk of this tab. */
export interface ExamState {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why the questions could not be read, in the browser's words. */
  readonly failure: string;
  readonly attempt: Attempt;
  /** The questions as they are shown; null for one that no pack has any more. */
  readonly asked: readonly (ExamAsked | null)[];
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
  /** The page is shown again as it was left. */
  comeBack(): void;
}

export type ExamStore = StoreApi<ExamState>;

/** What of the app an exam works with. */
export type ExamDesk = Pick<Stores, 'ports' | 'record' | 'decks'>;

/** What is typed is written this long after its first key, not with every one: the record keeps all that is written to it. */
const restMs = 2000;

/** The exam of that attempt, which the record holds and is not ended. What happens in it is written as it happens. */
export function createExamStore(desk: ExamDesk, begun: Attempt): ExamStore {
  const mark = examMark(desk.ports, begun.id);
  const writer = registerWriter(desk);
  let isLeft = false;
  let uptimeMs: number | null = null;
  return createStore<ExamState>()((set, get) => {
    const perform = (event: ExamEvent) => {
      const { attempt, asked } = get();
      const context = contextOf(desk, asked);
      const { sitting, writes } = sit({ attempt, uptimeMs }, event, context);
      uptimeMs = sitting.uptimeMs;
      set({ attempt: sitting.attempt });
      writer.add(writes, isTyping(event), context.moment.uptimeMs);
      mark.beat(sitting.attempt);
    };
    /** As the record and the last heartbeat have it, whoever wrote them. */
    const goOn = (wasBegunBefore: boolean) => {
      const kept = readAttempt(desk.record.getState().registers, begun.id) ?? begun;
      uptimeMs = null;
      set({ isElsewhere: false, attempt: withHeartbeat(kept, mark.read()) });
      mark.take();
      perform({ t: wasBegunBefore ? 'pause' : 'tick' });
    };
    const act = (event: ExamEvent) => {
      const { status, attempt } = get();
      if (status !== 'ready' || attempt.ending !== null || isLeft) return;
      if (mark.isElsewhere()) set({ isElsewhere: true });
      // What another tab did since is in the record: it is shown before anything is done to it.
      else if (mark.isForeign()) goOn(true);
      else perform(event);
    };
    return {
      status: 'loading',
      failure: '',
      attempt: begun,
      asked: [],
      isElsewhere: false,
      load: async () => {
        isLeft = false;
        set({ status: 'loading', failure: '' });
        try {
          set({ asked: await askedOf(begun, desk.decks), status: 'ready' });
        } catch (error) {
          set({ status: 'failed', failure: String(error) });
        }
        if (isLeft || get().status === 'failed') return;
        if (mark.isElsewhere()) set({ isElsewhere: true });
        else goOn(mark.read() !== null || begun.sheet.some(({ isSeen }) => isSeen));
      },
      act,
      tick: () => act({ t: 'tick' }),
      takeOver: () => goOn(true),
      comeBack: () => {
        isLeft = false;
        act({ t: 'tick' });
      },
      putDown: () => {
        isLeft = true;
        if (get().status !== 'ready' || get().attempt.ending !== null || mark.isForeign()) return;
        perform({ t: 'pause' });
        if (get().attempt.ending === null) mark.release(get().attempt);
      },
    };
  });
}

function contextOf({ ports }: ExamDesk, asked: ExamState['asked']): ExamContext {
  return {
    moment: { wall: ports.clock.now(), uptimeMs: ports.clock.uptimeMs() },
    isAnswered: (index, response) => isAnswered(asked[index] ?? null, response),
    mark: (sheet) => markSheet(sheet, asked),
  };
}

function isTyping(event: ExamEvent): boolean {
  return event.t === 'answer' && event.response !== null && 'text' in event.response;
}

/** Writes registers at once, but for what is being typed. */
function registerWriter({ record }: ExamDesk) {
  const held = new Map<string, string>();
  let since = 0;
  return {
    add(writes: readonly RegisterWrite[], isTyped: boolean, uptimeMs: number): void {
      if (held.size === 0) since = uptimeMs;
      for (const [key, value] of writes) held.set(key, value);
      if (isTyped || (writes.length === 0 && uptimeMs - since < restMs)) return;
      for (const [key, value] of held) record.getState().remember(key, value);
      held.clear();
    },
  };
}

/** The questions of an exam, each as this exam shows it. Rejects when they cannot be read. */
export async function askedOf(
  { paper }: Pick<Attempt, 'paper'>,
  decks: DeckStore,
): Promise<readonly (ExamAsked | null)[]> {
  await decks.getState().loadIndexes();
  const { status, failure } = decks.getState();
  if (status === 'failed') throw new Error(failure);
  return Promise.all(
    paper.questions.map(async ({ id, rev }, index) => {
      const source = await decks.getState().loadQuestion(id);
      if (source === null) return null;
      await loadKind(source);
      const kind = loadedKindOf(source);
      if (kind === null) return null;
      return { kind, question: kind.vary(source, paper.seed + index), isEdited: source.rev !== rev };
    }),
  );
}

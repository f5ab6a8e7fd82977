import type { StoreApi } from 'zustand/vanilla';
import type { CardState } from '../../../core/model/card-state.ts';
import type { CardId, EntryId, PackId, StudyDay, Timestamp } from '../../../core/model/id.ts';
import type { AnswerFields, LogEntry, LogPlace, RegisterFields } from '../../../core/model/log/log-entry.ts';
import type { StartReport } from '../../../core/model/log/log-store.ts';
import type { Kind } from '../../../core/model/question.ts';
import type { Settings, SettingValue } from '../../../core/model/settings.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import type { Prediction } from '../../../core/scheduler/exam-plan/recalibrate.ts';
import type { CardHistory } from '../../../core/scheduler/fold/card-history.ts';
import type { Descent } from '../../../core/scheduler/fold/lineage.ts';
import type { TimeCorrection } from '../../../core/scheduler/fold/times/time-corrections.ts';
import type { Showing } from '../../../core/study/showing.ts';
import type { SaveState } from './save-queue.ts';

/** Everything the app knows about the learner, folded from the log. */
export interface RecordState extends RecordActions {
  /** `failed`: neither store could be opened; answers wait in memory. */
  readonly opening: 'opening' | 'open' | 'failed';
  /** A tab with an older version keeps the record closed; until it goes, answers wait in memory. */
  readonly isBlocked: boolean;
  readonly report: StartReport | null;
  /** Whether the stores held answers when they were opened. */
  readonly recordedBefore: boolean;
  /** Another map at each `revision`. */
  readonly cards: ReadonlyMap<CardId, CardState>;
  readonly revision: number;
  /** Entries in the log, this tab's unsaved ones included. */
  readonly entries: number;
  readonly settings: Settings;
  /** Every register by its key: settings, and what screens remember (see `reading.ts`). */
  readonly registers: ReadonlyMap<string, SettingValue>;
  /** The learner's switches; a pack that is not in it is on. */
  readonly packs: ReadonlyMap<string, boolean>;
  readonly save: SaveState;
  readonly unsaved: number;
  /** Why saving or opening failed, in the browser's words; empty while all is well. */
  readonly failure: string;
  /** The last entry that every store acknowledged. */
  readonly acknowledged: LogPlace | null;
  readonly clock: ClockState;
  /** The corrections of times that hold, the newest last, whichever tab made them and when. */
  readonly corrections: readonly TimeCorrection[];
  /** What the browser said about keeping the record; null where it cannot say. */
  readonly persisted: boolean | null | 'not-asked';
}

/** `ahead`: the clock is later than anything else says; `behind`: the record goes on for days after it. */
export interface ClockDoubt {
  readonly kind: 'ahead' | 'behind';
  readonly says: Timestamp;
  /** The latest that is known otherwise. */
  readonly known: Timestamp;
}

/** What is known of the device's clock beside what it says. */
export interface ClockState {
  /** Null while nothing is odd. */
  readonly doubt: ClockDoubt | null;
  /** The moment from which this tab counts on, after the learner said that the clock is wrong. */
  readonly shiftedTo: Timestamp | null;
}

/** What can be done with the record; what is told of cards is that of an empty one while the code for it is not there. */
export interface RecordActions extends DeskActions {
  /** Never rejects: a failure is in the state, and what was done meanwhile waits for the next try. */
  open(): Promise<void>;
  persist(): Promise<void>;
}

/** When something was done, and minutes east of UTC then. */
export interface Moment {
  readonly now: Timestamp;
  readonly tz: number;
}

/** How long it takes until what could not be saved is tried again. */
export const saveRetryMs = 5000;

/**
 * Stands for the id of an entry that is held. No log knows it: a run that is restored with it writes its answer again,
 * like one that never reached a store.
 */
export const heldEntry = 'held' as EntryId;

/** What was done before the code of the record was there. */
export interface HeldAct {
  readonly moment: Moment;
  readonly act: (record: DeskActions) => void;
}

export interface DeskActions {
  /** Does at once what writes to the record; or in its turn, as of this moment, when the code for it has come. */
  hold(act: HeldAct['act']): void;
  /** The entry's id; `heldEntry` where it is held. */
  answer(fields: Omit<AnswerFields, 't'>): EntryId;
  /** An answer that was given at a moment that is gone, and counts for its day. */
  answerPast(fields: Omit<AnswerFields, 't'>, then: Timestamp): EntryId;
  undo(entry: EntryId): void;
  register(fields: RegisterFields): EntryId;
  setting<Key extends keyof Settings>(key: Key, value: Settings[Key]): void;
  /** Keeps a screen's own register; a value that it already has is not written again. */
  remember(key: string, value: SettingValue): void;
  switchPack(pack: PackId, on: boolean): void;
  retrySaving(): void;
  /** The study day that is going on: a run past 04:00 and a flight west do not change it. */
  today(): StudyDay;
  /** Compares the clock with what else is known: at start, and when the tab is looked at again. */
  checkClock(): void;
  /** The learner's word on a doubtful clock. */
  judgeClock(isRight: boolean): void;
  /** Takes a correction of times back: it was the clock that was wrong. */
  takeBackCorrection(correction: TimeCorrection): void;
  /** Days until the card comes back after that rating, by its posterior where it has one; 0 for later in this session. */
  daysAfter(card: CardId, rating: Rating, posterior?: number): number;
  /** See `judgeRecall`. `kindOf` gives null for a card that no pack has. */
  judge(answered: Showing, kindOf: (card: CardId) => Kind | null): number | undefined;
  /** Days until the card is asked again, 0 or less for today, before an exam that is ahead; null while it is new. */
  daysUntil(card: CardId): number | null;
  /** Folds by what the questions of the loaded packs say of former ids and corrected keys. */
  follow(questions: readonly Descent[]): void;
  /** The latest entries, in any order. */
  recent(): readonly LogEntry[];
  /** What the latest entries say of a card. */
  historyOf(card: CardId): CardHistory;
  /** What the memory model expected of the latest answers, and what came of them. */
  predictions(): readonly Prediction[];
  /** Every entry, this tab's unsaved ones included: for a backup, and for what compares with one. */
  whole(): Promise<readonly LogEntry[]>;
  /** Adds entries of a backup; those that are there already change nothing. Resolves when they are durable. */
  merge(entries: readonly LogEntry[]): Promise<void>;
}

export type RecordStore = StoreApi<RecordState>;

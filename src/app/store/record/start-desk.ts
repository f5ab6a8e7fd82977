import type { StudyDay } from '../../../core/model/id.ts';
import { entryIdOf } from '../../../core/model/log/log.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { lineageOf } from '../../../core/scheduler/fold/lineage.ts';
import { dueDayOf, examDayOf } from '../../../core/scheduler/plan/exam-days.ts';
import { judgeRecall } from '../../../core/study/rating/judge-recall.ts';
import { previewDays } from '../../../core/study/rating/preview-days.ts';
import { checkClock, judgeClock, takeBackCorrection, write } from './clock-watch.ts';
import { createLiveRecord } from './live-record.ts';
import { appendPast, follow, merge, type RecordDesk, type RecordFront, readRecord, todayOf } from './record-desk.ts';
import { type DeskActions, type HeldAct, type RecordState, saveRetryMs } from './record-state.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';
import { whenRead, wholeLog } from './whole-log.ts';

/** The record with all that is folded from it, as `RecordFront` goes on from it. */
export interface StartedDesk {
  /** Reads the stores that were opened. */
  readonly read: (record: Parameters<typeof readRecord>[1]) => Promise<void>;
}

/**
 * Takes the record over from its front: what was done before this code was there is done now, in order, as of the
 * moment in which it was.
 */
export function startDesk(front: RecordFront, held: readonly HeldAct[]): StartedDesk {
  const { ports, clock, store } = front;
  const desk: RecordDesk = {
    ...front,
    live: createLiveRecord(ports.chance.logId()),
    queue: queueOf(front),
    moment: null,
    record: null,
    cursor: null,
    reading: Promise.resolve(),
    rebuilding: null,
    keepsWhole: false,
    merged: new Set(),
    watch: { isJudged: false, asked: null, says: clock.now(), uptimeMs: clock.uptimeMs() },
    onRead: () => checkClock(desk),
  };
  const { states: cards, registers } = desk.live;
  store.setState({ ...actionsOf(desk), cards, registers, unsaved: 0, save: 'saved' } satisfies Partial<RecordState>);
  for (const { moment, act } of held) {
    desk.moment = moment;
    act(store.getState());
  }
  desk.moment = null;
  return { read: (record) => readRecord(desk, record) };
}

function queueOf({ ports, store, openOnce }: RecordFront): SaveQueue {
  return createSaveQueue({
    retryMs: saveRetryMs,
    append: async (entries) => (await openOnce()).store.append(entries),
    onChange: ({ acknowledged, ...change }) => {
      store.setState({ ...change, ...(acknowledged === null ? {} : { acknowledged }) });
      if (acknowledged !== null) ports.tabs.announce();
    },
  });
}

function actionsOf(desk: RecordDesk): DeskActions {
  return {
    hold: (act) => act(desk.store.getState()),
    answer: (fields) => entryIdOf(write(desk, { t: 'answer', ...fields })),
    answerPast: (fields, then) => entryIdOf(appendPast(desk, { t: 'answer', ...fields }, then)),
    undo: (ref) => void write(desk, { t: 'undo', ref }),
    register: (fields) => entryIdOf(write(desk, fields)),
    remember: (key, value) => {
      if (desk.live.registers.get(key) !== value) write(desk, { t: 'setting', key, value });
    },
    setting: (key, value) => void write(desk, { t: 'setting', key, value }),
    switchPack: (pack, on) => {
      if (isPackOn(desk.live.packs, pack) !== on) write(desk, { t: on ? 'pack-on' : 'pack-off', pack });
    },
    retrySaving: () => desk.queue.retry(),
    today: () => todayOf(desk),
    checkClock: () => checkClock(desk),
    judgeClock: (isRight) => judgeClock(desk, isRight),
    takeBackCorrection: (correction) => takeBackCorrection(desk, correction),
    daysAfter: (card, rating, posterior) => {
      const { live } = desk;
      const [today, examDay] = daysOf(desk);
      return previewDays(live.states.get(card), { rating, posterior }, today, live.scheduler, examDay);
    },
    judge: (answered, kindOf) => {
      const { recent, states, scheduler } = desk.live;
      return judgeRecall(answered, { recent, states, scheduler, today: todayOf(desk), kindOf });
    },
    daysUntil: (card) => {
      const state = desk.live.states.get(card);
      const [today, examDay] = daysOf(desk);
      const due = state === undefined ? null : dueDayOf(state, today, examDay);
      return due === null ? null : due - today;
    },
    follow: (questions) => follow(desk, lineageOf(questions)),
    recent: () => desk.live.recent,
    historyOf: (card) => desk.live.historyOf(card),
    predictions: () => desk.live.predictions(),
    whole: async () => {
      await whenRead(desk);
      return wholeLog(desk);
    },
    merge: (entries) => merge(desk, entries),
  };
}

function daysOf(desk: RecordDesk): readonly [today: StudyDay, examDay: StudyDay | null] {
  const today = todayOf(desk);
  return [today, examDayOf(desk.live.settings.examDate, today)];
}

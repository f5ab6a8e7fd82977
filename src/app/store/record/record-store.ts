import { createStore } from 'zustand/vanilla';
import type { StudyDay } from '../../../core/model/id.ts';
import { entryIdOf } from '../../../core/model/log/log.ts';
import type { OpenedRecord } from '../../../core/model/log/log-store.ts';
import { isPackOn, type PackSwitches } from '../../../core/model/pack-switches.ts';
import { readSettings, type Settings } from '../../../core/model/settings.ts';
import { dueDayOf, examDayOf } from '../../../core/scheduler/plan/exam-days.ts';
import { previewDays } from '../../../core/study/rate.ts';
import type { Ports } from '../../ports.ts';
import { checkClock, judgeClock, takeBackCorrection, write } from './clock-watch.ts';
import { createLiveRecord, type LiveRecord } from './live-record.ts';
import {
  appendPast,
  follow,
  merge,
  mirrored,
  openOnce,
  openRecord,
  packsOffMark,
  type RecordDesk,
  todayOf,
} from './record-desk.ts';
import type { RecordActions, RecordState, RecordStore } from './record-state.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';
import type { ShiftableClock } from './shiftable-clock.ts';
import { wholeLog } from './whole-log.ts';

const retryMs = 5000;

/** The learner's record over its ports: drawn at once, called saved only when the stores have said so. */
export function createRecordStore(ports: Ports & { readonly clock: ShiftableClock }): RecordStore {
  const live = createLiveRecord(ports.chance.logId());
  return createStore<RecordState>()((_set, _get, store) => {
    const desk: RecordDesk = {
      ports,
      live,
      store,
      queue: queueOf(ports, store, () => openOnce(desk)),
      opened: null,
      record: null,
      cursor: null,
      reading: Promise.resolve(),
      rebuilding: null,
      keepsWhole: false,
      merged: new Set(),
      clock: ports.clock,
      watch: { isJudged: false, asked: null, says: ports.clock.now(), uptimeMs: ports.clock.uptimeMs() },
      onRead: () => checkClock(desk),
    };
    return { ...nothingYet(ports, live), ...actionsOf(desk) };
  });
}

function nothingYet(ports: Ports, live: LiveRecord): Omit<RecordState, keyof RecordActions> {
  return {
    opening: 'opening',
    isBlocked: false,
    report: null,
    recordedBefore: false,
    cards: live.states,
    revision: 0,
    entries: 0,
    registers: live.registers,
    packs: mirroredPacks(ports),
    settings: mirroredSettings(ports),
    save: 'saved',
    unsaved: 0,
    failure: '',
    acknowledged: null,
    persisted: 'not-asked',
    clock: { doubt: null, shiftedTo: null },
    corrections: [],
  };
}

function actionsOf(desk: RecordDesk): RecordActions {
  return {
    open: () => openRecord(desk),
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
    persist: async () => {
      const { ports, store } = desk;
      store.setState({ persisted: await ports.persist() });
    },
    today: () => todayOf(desk),
    checkClock: () => checkClock(desk),
    judgeClock: (isRight) => judgeClock(desk, isRight),
    takeBackCorrection: (correction) => takeBackCorrection(desk, correction),
    daysAfter: (card, rating) => {
      const { live } = desk;
      const [today, examDay] = daysOf(desk);
      return previewDays(live.states.get(card), rating, today, live.scheduler, examDay);
    },
    daysUntil: (card) => {
      const state = desk.live.states.get(card);
      const [today, examDay] = daysOf(desk);
      const due = state === undefined ? null : dueDayOf(state, today, examDay);
      return due === null ? null : due - today;
    },
    follow: (lineage) => follow(desk, lineage),
    recent: () => desk.live.recent,
    historyOf: (card) => desk.live.historyOf(card),
    whole: () => wholeLog(desk),
    merge: (entries) => merge(desk, entries),
  };
}

function daysOf(desk: RecordDesk): readonly [today: StudyDay, examDay: StudyDay | null] {
  const today = todayOf(desk);
  return [today, examDayOf(desk.live.settings.examDate, today)];
}

function queueOf(ports: Ports, store: RecordStore, open: () => Promise<OpenedRecord>): SaveQueue {
  return createSaveQueue({
    retryMs,
    append: async (entries) => (await open()).store.append(entries),
    onChange: ({ acknowledged, ...change }) => {
      store.setState({ ...change, ...(acknowledged === null ? {} : { acknowledged }) });
      if (acknowledged !== null) ports.tabs.announce();
    },
  });
}

function mirroredPacks({ marks }: Ports): PackSwitches {
  const off = marks.get(packsOffMark)?.split(' ') ?? [];
  return new Map(off.map((pack) => [pack, false]));
}

/** The settings that act before the first paint, as the last visit left them. */
function mirroredSettings({ marks }: Ports): Settings {
  const stored = mirrored.flatMap((key) => {
    const text = marks.get(key);
    return text === null ? [] : [[key, key === 'textSize' ? Number(text) : text] as const];
  });
  return readSettings(new Map(stored));
}

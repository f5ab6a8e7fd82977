import { createStore } from 'zustand/vanilla';
import type { OpenedRecord } from '../../../core/model/log/log-store.ts';
import type { PackSwitches } from '../../../core/model/pack-switches.ts';
import { readSettings, type Settings } from '../../../core/model/settings.ts';
import { studyDayOf } from '../../../core/scheduler/study-day.ts';
import type { Ports } from '../../ports.ts';
import type { LaterStore } from '../later-store.ts';
import type { RecordFront } from './record-desk.ts';
import { mirrored, packsOffMark, valueOfMark } from './record-marks.ts';
import {
  type HeldAct,
  heldEntry,
  type RecordActions,
  type RecordState,
  type RecordStore,
  saveRetryMs,
} from './record-state.ts';
import { momentOf, type ShiftableClock } from './shiftable-clock.ts';
import type { StartedDesk } from './start-desk.ts';

/** What holds the record's place until the code that folds it has come. */
interface Waiting extends RecordFront {
  readonly later: LaterStore;
  held: readonly HeldAct[];
  /** Null until that code is there. */
  desk: StartedDesk | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The learner's record over its ports: drawn at once, called saved only when the stores have said so. What folds it
 * comes later (`start-desk.ts`); what is done until then is held, and counts as not saved.
 */
export function createRecordStore(ports: Ports & { readonly clock: ShiftableClock }, later: LaterStore): RecordStore {
  return createStore<RecordState>()((_set, _get, store) => {
    const openOnce = opener(ports, later, store, (record) => startedDesk(front).read(record));
    const { clock } = ports;
    const front: Waiting = { ports, clock, store, openOnce, later, held: [], desk: null, timer: undefined };
    later.subscribe(({ code }) => {
      if (code === null || front.desk !== null) return;
      front.desk = code.startDesk(front, front.held);
      front.held = [];
    });
    return { ...nothingYet(ports), ...actionsOf(front) };
  });
}

function startedDesk({ desk }: Waiting): StartedDesk {
  if (desk === null) throw new Error('Inconsistent: the stores are read before there is a record');
  return desk;
}

/** Opens and reads the record once; another try after a failure, which the state tells, too. */
function opener(
  ports: Ports,
  later: LaterStore,
  store: RecordStore,
  read: (record: OpenedRecord) => Promise<void>,
): () => Promise<OpenedRecord> {
  let opened: Promise<OpenedRecord> | null = null;
  let stores: Promise<OpenedRecord> | null = null;
  const openAndRead = async () => {
    // Both at once; and not a second time what is open when it was the code that did not come.
    stores ??= ports.openRecord(() => store.setState({ isBlocked: true }));
    const opening = stores;
    opening.catch(() => {
      stores = null;
    });
    await later.getState().load();
    const record = await opening;
    stores = null;
    await read(record);
    return record;
  };
  return () => {
    opened ??= openAndRead().catch((error) => {
      opened = null;
      store.setState({ opening: 'failed', isBlocked: false, failure: String(error) });
      throw error;
    });
    return opened;
  };
}

function actionsOf(front: Waiting): RecordActions {
  const { ports, clock, store } = front;
  const hold = (act: HeldAct['act']) => {
    if (front.desk !== null) return act(store.getState());
    front.held = [...front.held, { moment: momentOf(clock), act }];
    store.setState({ unsaved: front.held.length, save: 'saving' });
    if (store.getState().opening === 'failed') void open(front);
  };
  const held = (act: HeldAct['act']) => {
    hold(act);
    return heldEntry;
  };
  return {
    open: () => open(front),
    persist: async () => store.setState({ persisted: await ports.persist() }),
    hold,
    answer: (fields) => held((record) => record.answer(fields)),
    answerPast: (fields, then) => held((record) => record.answerPast(fields, then)),
    undo: (entry) => hold((record) => record.undo(entry)),
    register: (fields) => held((record) => record.register(fields)),
    remember: (key, value) => hold((record) => record.remember(key, value)),
    setting: (key, value) => hold((record) => record.setting(key, value)),
    switchPack: (pack, on) => hold((record) => record.switchPack(pack, on)),
    retrySaving: () => void open(front),
    ...toldOfNothing(front),
  };
}

/** What is told of a record of which nothing is known yet. */
function toldOfNothing({ clock, store, later }: Waiting) {
  return {
    today: () => {
      const { now, tz } = momentOf(clock);
      return studyDayOf(now, tz);
    },
    checkClock: () => {},
    judgeClock: () => {},
    takeBackCorrection: () => {},
    daysAfter: () => 0,
    judge: () => undefined,
    daysUntil: () => null,
    follow: () => {},
    recent: () => [],
    historyOf: () => ({ active: [], takenBack: [] }),
    predictions: () => [],
    whole: async () => {
      await later.getState().load();
      return store.getState().whole();
    },
    merge: async (entries) => {
      await later.getState().load();
      await store.getState().merge(entries);
    },
  } satisfies Partial<RecordActions>;
}

/** What waits is tried again until it is saved: here, or in the queue once the code is there. */
async function open(front: Waiting): Promise<void> {
  clearTimeout(front.timer);
  const { store, openOnce } = front;
  const retry = () => store.getState().retrySaving();
  await openOnce().then(retry, () => {
    if (front.held.length > 0) front.timer = setTimeout(() => void open(front), saveRetryMs);
  });
}

function nothingYet(ports: Ports): Omit<RecordState, keyof RecordActions> {
  return {
    opening: 'opening',
    isBlocked: false,
    report: null,
    recordedBefore: false,
    cards: new Map(),
    revision: 0,
    entries: 0,
    registers: new Map(),
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

function mirroredPacks({ marks }: Ports): PackSwitches {
  const off = marks.get(packsOffMark)?.split(' ') ?? [];
  return new Map(off.map((pack) => [pack, false]));
}

/** The settings that act before the record is read, as the last visit left them. */
function mirroredSettings({ marks }: Ports): Settings {
  const stored = mirrored.flatMap((key) => {
    const text = marks.get(key);
    return text === null ? [] : [[key, valueOfMark(key, text)] as const];
  });
  return readSettings(new Map(stored));
}

import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { StartReport } from '../../../core/model/log/log-store.ts';
import { failureWords } from '../../store/failure-words.ts';
import { planRestore, type RestorePlan, readBackupText } from '../../store/record/backup.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { FailureDetails } from '../frame/failure-details.tsx';
import { keepFocus } from '../frame/keep-focus.ts';
import { alertNow, announce } from '../frame/live-regions.ts';
import { BackupButton } from './backup-button.tsx';
import { CorrectedTimes } from './corrected-times.tsx';
import { backupMark } from './download-backup.ts';
import { EraseRecord } from './erase-record.tsx';

/** Where the record lives, how safe it is there, and the way out: backup, restore, erase. */
export function DataSettings(): ReactNode {
  return (
    <section className="sheet settings-group" aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <WhereItLives />
      <Persistence />
      <Backup />
      <Restore />
      <CorrectedTimes />
      <EraseRecord />
    </section>
  );
}

function WhereItLives(): ReactNode {
  // What a store has yet to confirm does not live anywhere.
  const entries = useRecord((state) => Math.max(0, state.entries - state.unsaved));
  const report = useRecord((state) => state.report);
  const opening = useRecord((state) => state.opening);
  return (
    <>
      <p>
        {entries === 0 ? 'Nothing is recorded yet.' : `${countEntries(entries)}, on this device only.`}{' '}
        {report === null ? unknownWords[opening] : keptWords(report)}
      </p>
      <dl className="facts" aria-busy={report === null && opening !== 'failed'}>
        <div>
          <dt>First copy: database (IndexedDB)</dt>
          <dd>{storeWords(report?.indexedDb)}</dd>
        </div>
        <div>
          <dt>Second copy: private files (OPFS)</dt>
          <dd>{storeWords(report?.opfs)}</dd>
        </div>
      </dl>
    </>
  );
}

/** While nothing is known of the stores. */
const unknownWords = {
  opening: 'Your data is not open yet.',
  open: 'Its two copies are being compared.',
  failed: 'Your data is not open yet.',
} as const;

function keptWords(report: StartReport): string {
  const usable = [report.indexedDb, report.opfs].filter((problem) => problem === null).length;
  return keptIn[usable] ?? '';
}

const keptIn = [
  'Progress can’t be saved in this browser: neither of its two stores can be used.',
  'Everything is kept once, in the only store that can be used here.',
  'Everything is kept twice, in two stores of this browser.',
] as const;

function storeWords(problem: string | null | undefined): string {
  if (problem === undefined) return 'opening';
  return problem === null ? 'in use' : `not usable here: ${problem}`;
}

const persistenceWords = {
  true: 'The browser has promised not to delete your data by itself.',
  false: 'The browser may delete your data when the disk is full or after a long absence. Keep a backup.',
  null: 'This browser does not say whether it keeps your data for good. Keep a backup.',
  'not-asked': 'After your first session the browser is asked to keep your data for good.',
} as const;

function Persistence(): ReactNode {
  const persisted = useRecord((state) => state.persisted);
  const ask = useRecord((state) => state.persist);
  return (
    <div className="field">
      <p>{persistenceWords[`${persisted}`]}</p>
      {persisted === true ? null : (
        <div>
          <button type="button" className="button" onClick={() => void ask()}>
            Ask the browser to keep it
          </button>
        </div>
      )}
    </div>
  );
}

function Backup(): ReactNode {
  const { ports } = useStores();
  const [last, setLast] = useState(() => ports.marks.get(backupMark));
  function tell(): void {
    setLast(ports.marks.get(backupMark));
    announce('Backup made');
  }
  return (
    <div className="field">
      <p>
        {last === null ? 'No backup yet.' : `Last backup: ${new Date(Number(last)).toLocaleDateString()}.`} A backup is
        one file with everything you did; it also moves your data to another device.
      </p>
      <div>
        <BackupButton className="button-primary" onMade={tell}>
          Back up now
        </BackupButton>
      </div>
    </div>
  );
}

/** What a restore came to; `failure` in the browser's words, empty without one. */
interface Outcome {
  readonly words: string;
  readonly failure: string;
}

const nothingAdded: Outcome = { words: '', failure: '' };

function notAdded(failure: string): Outcome {
  const words = `Not everything could be saved. ${failureWords(failure)} None of your data was replaced; try again.`;
  return { words, failure };
}

/** The file is gone or locked, or the record cannot be read just now. */
function notCompared(failure: string): Outcome {
  const words = `This file could not be compared with your data. ${failureWords(failure)} Nothing was added; choose it again.`;
  return { words, failure };
}

function Restore(): ReactNode {
  const { record } = useStores();
  const merge = useStore(record, (state) => state.merge);
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const [outcome, setOutcome] = useState(nothingAdded);
  async function choose(file: File | undefined): Promise<void> {
    setOutcome(nothingAdded);
    setPlan(null);
    if (file === undefined) return;
    await readBackupText(file)
      .then((text) => planRestore(record, text))
      .then(showPlan, fail);
  }
  function showPlan(found: RestorePlan): void {
    setPlan(found);
    sayPlan(found);
  }
  function fail(error: unknown): void {
    const told = notCompared(String(error));
    setOutcome(told);
    alertNow(told.words);
  }
  async function add({ entries, added }: RestorePlan): Promise<void> {
    const told = await merge(entries).then(
      () => ({ words: `${countEntries(added)} added.`, failure: '' }),
      (error: unknown) => notAdded(String(error)),
    );
    setPlan(null);
    setOutcome(told);
    announce(told.words);
  }
  return (
    <div className="field">
      <label htmlFor="restore-file">Restore a backup</label>
      <input
        id="restore-file"
        type="file"
        accept=".jsonl,application/x-ndjson,text/plain"
        aria-describedby="restore-hint"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <p id="restore-hint" className="field-hint">
        Adds what is missing here. Nothing is replaced or removed, so a file can be restored twice.
      </p>
      {plan === null ? null : <RestorePreview plan={plan} onAdd={() => void add(plan)} />}
      <p>{outcome.words}</p>
      <FailureDetails failure={outcome.failure} />
    </div>
  );
}

function RestorePreview({ plan, onAdd }: { readonly plan: RestorePlan; readonly onAdd: () => void }): ReactNode {
  if (plan.entries.length === 0) return <p>{unreadableWords}</p>;
  const addAll = (event: SyntheticEvent<HTMLElement>) => {
    keepFocus(event);
    onAdd();
  };
  return (
    <div>
      <p>{planWords(plan)}</p>
      <button type="button" className="button" disabled={plan.added === 0} onClick={addAll}>
        {plan.added === 0 ? 'Nothing to add' : `Add ${countEntries(plan.added)}`}
      </button>
    </div>
  );
}

const unreadableWords = 'No entry could be read in this file. Choose a file that “Back up now” made (.jsonl).';

function planWords({ entries, added, damagedLines, refused, incomplete }: RestorePlan): string {
  const found = `New: ${countEntries(added)}. Here already: ${(entries.length - added).toLocaleString()}.`;
  const odd =
    refused > 0 ? ` Left out because no card or log can have the name they give: ${countEntries(refused)}.` : '';
  const short = ' The file holds less than it was made with; what is whole can be added.';
  return `${found}${damageWords(damagedLines)}${odd}${incomplete.length > 0 ? short : ''}`;
}

const namedLines = 5;

function damageWords(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  if (lines.length === 1) return ` Line ${lines[0]} is damaged and was left out.`;
  const named = lines.slice(0, namedLines).join(', ');
  const more = lines.length > namedLines ? ` and ${(lines.length - namedLines).toLocaleString()} more` : '';
  return ` Lines ${named}${more} are damaged and were left out.`;
}

/** Said aloud through the page's own live regions: one that is mounted with its text stays silent. */
function sayPlan(plan: RestorePlan): void {
  if (plan.entries.length === 0) alertNow(unreadableWords);
  else announce(planWords(plan));
}

function countEntries(n: number): string {
  return `${n.toLocaleString()} ${n === 1 ? 'entry' : 'entries'}`;
}

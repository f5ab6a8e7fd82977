import { type ReactNode, useEffect } from 'react';
import { failureWords } from '../../store/failure-words.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { FailureDetails } from '../frame/failure-details.tsx';
import { alertNow } from '../frame/live-regions.ts';
import { BackupButton } from './backup-button.tsx';

/** "Saved" only after every store has said so, and not while an answer on screen waits for its rating. */
export function SaveMark(): ReactNode {
  const isWaiting = useSession(({ showing }) => showing?.phase === 'answered' && !showing.entry);
  // With neither store, what is acknowledged is only in memory.
  const save = useRecord((state) => (state.opening === 'failed' ? 'failed' : state.save));
  const acknowledged = useRecord((state) => state.acknowledged);
  const entry = acknowledged === null ? '' : `${acknowledged.log}:${acknowledged.n}`;
  const isSilent = save === 'saved' && entry === '';
  return (
    <span className="save-mark" data-save={save} data-saved={entry}>
      {isSilent || (isWaiting && save === 'saved') ? '' : words[save]}
    </span>
  );
}

const words = { saved: 'Saved', saving: 'Saving', failed: 'Not saved' } as const;

const cannotSave = 'Progress can’t be saved in this browser. Export a backup now.';

/** Asks before the page is left with answers that no store has. Belongs to the frame: settings are written too. */
export function LeaveGuard(): ReactNode {
  const isAtRisk = useRecord(({ unsaved, opening, entries }) => unsaved > 0 || (opening === 'failed' && entries > 0));
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
  return null;
}

/** Stays while answers cannot be saved; they are kept in memory and tried again. */
export function SaveBanner(): ReactNode {
  const { save, opening, isBlocked } = useRecord((state) => state);
  if (isBlocked) return <Blocked />;
  return save === 'failed' || opening === 'failed' ? <Failed /> : null;
}

const blocked =
  'Another tab of Sveska still runs an older version and keeps your data locked. Close that tab or reload it.';

/** Goes by itself when the other tab does. */
function Blocked(): ReactNode {
  const unsaved = useRecord((state) => state.unsaved);
  useEffect(() => alertNow(blocked), []);
  return (
    <section className="banner" aria-label="Another tab is in the way">
      <p>
        {blocked} {unsavedWords(unsaved)}
      </p>
    </section>
  );
}

function Failed(): ReactNode {
  const { failure, unsaved, retrySaving } = useRecord((state) => state);
  useEffect(() => alertNow(cannotSave), []);
  return (
    <section className="banner" aria-label="Saving failed">
      <p>
        {cannotSave} {unsavedWords(unsaved)} {failure === '' ? null : failureWords(failure)}
      </p>
      <FailureDetails failure={failure} />
      <div className="button-row">
        <BackupButton className="button-primary">Export a backup</BackupButton>
        <button type="button" className="button" onClick={retrySaving}>
          Try again
        </button>
      </div>
    </section>
  );
}

function unsavedWords(unsaved: number): string {
  return unsaved > 0 ? `${unsaved} unsaved, kept while this page is open.` : '';
}

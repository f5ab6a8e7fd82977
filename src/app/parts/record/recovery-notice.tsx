import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { dayMs } from '../../../core/model/day-ms.ts';
import type { StartReport } from '../../../core/model/log/log-store.ts';
import { useRecord } from '../../store/stores.tsx';
import { alertNow, announce } from '../frame/live-regions.ts';
import { BackupButton } from './backup-button.tsx';

/** Tells what start-up found where it is not good news: answers that are gone, stores that are missing. */
export function RecoveryNotice(): ReactNode {
  const report = useRecord((state) => state.report);
  if (report === null) return null;
  return (
    <>
      {report.missing.length === 0 ? null : <Missing report={report} />}
      {report.healed === 0 ? null : <PutBack count={report.healed} />}
      {isTemporary(report) ? <Temporary /> : null}
    </>
  );
}

function isTemporary({ indexedDb, opfs }: StartReport): boolean {
  return (opfs === null) !== (indexedDb === null);
}

function Missing({ report }: { readonly report: StartReport }): ReactNode {
  const count = report.missing.reduce((sum, gap) => sum + gap.count, 0);
  const words = `${count} of your saved entries ${count === 1 ? 'is' : 'are'} missing${daysOf(report)}.`;
  useEffect(() => alertNow(words), [words]);
  return (
    <section className="banner" aria-label="Answers are missing">
      <p>{words} Both stores of this browser were searched. A backup brings them back; what is left is safe.</p>
      <div className="button-row">
        <Link href="/settings#data" className="button">
          Restore a backup
        </Link>
        <BackupButton className="button">Back up what is left</BackupButton>
      </div>
    </section>
  );
}

/** One of the two stores had lost something; the learner hears of it while nothing is gone yet. */
function PutBack({ count }: { readonly count: number }): ReactNode {
  const words = `${count} of your saved entries had to be put back from the second copy. Nothing is missing.`;
  useEffect(() => announce(words), [words]);
  return (
    <section className="notice" aria-label="Answers were put back">
      <p>
        {words} If this happens again, the disk may be failing: <Link href="/settings#data">back up</Link>.
      </p>
    </section>
  );
}

/** " (of 3 March 2026)", from the study days of the gaps. */
function daysOf({ missing }: StartReport): string {
  const days = [...new Set(missing.flatMap(({ day }) => (day === null ? [] : [day])))].sort((a, b) => a - b);
  if (days.length === 0) return '';
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
  return ` (of ${days.map((day) => format.format(day * dayMs)).join(', ')})`;
}

/** One store only: private windows have no second one, and forget the first. */
function Temporary(): ReactNode {
  return (
    <p className="notice">
      <strong>Temporary:</strong> this browser gives Sveska only one of its two stores, as private windows do. Answers
      are saved there, but without a second copy. <Link href="/settings#data">Back up</Link> before you close it.
    </p>
  );
}

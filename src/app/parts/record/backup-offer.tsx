import { type MouseEvent, type ReactNode, useState } from 'react';
import { useRecord, useStores } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';
import { BackupButton } from './backup-button.tsx';
import { backupMark } from './download-backup.ts';

const entriesWorthABackup = 50;
const monthMs = 30 * 24 * 60 * 60 * 1000;
const putOffMark = 'backup-later';

/** After fifty entries, and then once a month: browsers may delete what a site keeps. */
export function BackupOffer(): ReactNode {
  const { ports } = useStores();
  const entries = useRecord((state) => state.entries);
  const [isClosed, setIsClosed] = useState(false);
  const now = ports.clock.now();
  const last = Math.max(Number(ports.marks.get(backupMark)), Number(ports.marks.get(putOffMark)));
  if (isClosed || entries < entriesWorthABackup || now - last < monthMs) return null;
  const close = () => {
    ports.marks.set(putOffMark, String(now));
    setIsClosed(true);
  };
  const putOff = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    close();
  };
  const closeAfter = (button: HTMLElement) => {
    keepFocus({ currentTarget: button });
    close();
  };
  return (
    <section className="notice" aria-label="Backup">
      <p>Your data is on this device only, and a browser may delete it. A backup is one file.</p>
      <div className="button-row">
        <BackupButton className="button" onMade={closeAfter}>
          Back up now
        </BackupButton>
        <button type="button" className="button-quiet" onClick={putOff}>
          Not now
        </button>
      </div>
    </section>
  );
}

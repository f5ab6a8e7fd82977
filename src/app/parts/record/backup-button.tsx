import { type ReactNode, useRef, useState } from 'react';
import { failureWords } from '../../store/failure-words.ts';
import { useStores } from '../../store/stores.tsx';
import { FailureDetails } from '../frame/failure-details.tsx';
import { alertNow } from '../frame/live-regions.ts';
import { downloadBackup } from './download-backup.ts';

interface BackupButtonProps {
  readonly className: 'button' | 'button-primary';
  readonly children: string;
  /** Called with the button, once the file is given to the learner. */
  readonly onMade?: (button: HTMLElement) => void;
}

/** Makes a backup, or says why it could not be made: the stores may fail just when a backup is wanted most. */
export function BackupButton({ className, children, onMade }: BackupButtonProps): ReactNode {
  const { record, ports } = useStores();
  const [failure, setFailure] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const fail = (error: unknown) => {
    setFailure(String(error));
    alertNow(notMade(String(error)));
  };
  const made = () => {
    setFailure('');
    if (button.current !== null) onMade?.(button.current);
  };
  return (
    <>
      <button
        type="button"
        className={className}
        ref={button}
        onClick={() => void downloadBackup(record, ports).then(made, fail)}
      >
        {children}
      </button>
      {failure === '' ? null : (
        <div>
          <p>{notMade(failure)}</p>
          <FailureDetails failure={failure} />
        </div>
      )}
    </>
  );
}

function notMade(failure: string): string {
  return `The backup could not be made. ${failureWords(failure)}`;
}

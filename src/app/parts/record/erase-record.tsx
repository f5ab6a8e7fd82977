import { type ReactNode, useState } from 'react';
import { failureWords } from '../../store/failure-words.ts';
import { useStores } from '../../store/stores.tsx';
import { FailureDetails } from '../frame/failure-details.tsx';

const confirmation = 'erase';

/** The only deletion there is. Asks for a word, because nothing brings the record back. */
export function EraseRecord(): ReactNode {
  const { ports } = useStores();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState('');
  async function erase(): Promise<void> {
    try {
      await ports.erase();
      location.assign('/');
    } catch (error) {
      setFailure(String(error));
    }
  }
  return (
    <details>
      <summary>Erase everything</summary>
      <div className="field">
        <label htmlFor="erase-word">
          Type “{confirmation}” to delete every answer, note and setting on this device
        </label>
        <input
          id="erase-word"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="field-hint">This cannot be undone. Back up first if you may want it again.</p>
        <div>
          <button
            type="button"
            className="button"
            disabled={typed.trim().toLowerCase() !== confirmation}
            onClick={() => void erase()}
          >
            Erase now
          </button>
        </div>
        <p role="alert">{failure === '' ? '' : notErased(failure)}</p>
        <FailureDetails failure={failure} />
      </div>
    </details>
  );
}

function notErased(failure: string): string {
  return `Not everything could be erased. ${failureWords(failure)} Close other tabs of Sveska, reload this page and try again.`;
}

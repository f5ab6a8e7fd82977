import { type ReactNode, useState } from 'react';
import { useStores } from '../../store/stores.tsx';

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
      setFailure(
        `Not everything could be erased: ${String(error)}. Close other tabs of Sveska, reload this page and try again.`,
      );
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
            Erase record
          </button>
        </div>
        <p role="alert">{failure}</p>
      </div>
    </details>
  );
}

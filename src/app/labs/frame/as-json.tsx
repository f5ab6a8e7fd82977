import { type ReactNode, useId, useState } from 'react';
import type { EngineFinding } from '../../../core/ecs/verdicts/engine-finding.ts';
import { useTextOf } from '../../parts/frame/use-text-of.ts';

/** The whole scenario as text, for what no field changes. */
export function AsJson({ value, onTake }: AsJsonProps): ReactNode {
  const id = useId();
  const [text, setText] = useTextOf(JSON.stringify(value, null, 2));
  const [fault, setFault] = useState('');
  function take(): void {
    try {
      setFault('');
      onTake(JSON.parse(text));
    } catch (error) {
      setFault(`This is no JSON. ${error instanceof Error ? error.message : ''}`);
    }
  }
  return (
    <details className="lab-json">
      <summary>As JSON</summary>
      <label htmlFor={id}>The scenario, as links and files of a pack hold it</label>
      <textarea
        id={id}
        rows={12}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-fault`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-fault`} role="status">
        {fault}
      </p>
      <button type="button" className="button" onClick={take}>
        Take this scenario
      </button>
    </details>
  );
}

interface AsJsonProps {
  readonly value: unknown;
  onTake(value: unknown): readonly EngineFinding[];
}

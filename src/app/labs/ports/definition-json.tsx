import { type ReactNode, useId, useState } from 'react';
import { definitionOf, type PortsScenario, withDefinition } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import { useTextOf } from '../../parts/frame/use-text-of.ts';
import type { ControlsProps } from '../lab-view.ts';

/** The same mappings as they stand in a task definition; what is written here goes into the fields, and the other way round. */
export function DefinitionJson({ draft, onChange }: ControlsProps<PortsScenario>): ReactNode {
  const id = useId();
  const known = JSON.stringify(definitionOf(draft), null, 2);
  const [text, setText] = useTextOf(known);
  // Of the text that it was said of: a field that is changed meanwhile writes another.
  const [fault, setFault] = useState({ of: '', words: '' });
  const words = fault.of === text ? fault.words : '';
  function take(): void {
    if (text === known) return;
    const read = readDefinition(draft, text);
    setFault({ of: text, words: typeof read === 'string' ? read : '' });
    if (typeof read !== 'string') onChange(read);
  }
  return (
    <div className="lab-field">
      <label htmlFor={id}>In the task definition</label>
      <textarea
        id={id}
        rows={Math.min(24, text.split('\n').length)}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
      />
      <p id={`${id}-fault`} className="field-hint" role="status">
        {words === '' ? 'Taken when you leave the field.' : words}
      </p>
    </div>
  );
}

/** The scenario with what the text says, or why it cannot be. */
function readDefinition(draft: PortsScenario, text: string): PortsScenario | string {
  try {
    const { value, diagnostics } = withDefinition(draft, JSON.parse(text));
    return value ?? `${diagnostics.map(({ message, fix }) => `${message} ${fix}`).join(' ')} Nothing was changed.`;
  } catch (error) {
    return `This is no JSON, so nothing was changed. ${error instanceof Error ? error.message : ''}`;
  }
}

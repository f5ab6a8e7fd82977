import type { ReactNode } from 'react';
import type { LabPart } from '../../../core/ecs/labs/lab.ts';
import { PartWords } from './part-words.tsx';

/** Each part as a sheet of its own, with its first cell in code where it is something that was typed. */
export function PartList({ parts, isTyped }: PartListProps): ReactNode {
  return (
    <div className="lab-strips">
      {parts.map((part) => (
        <article key={part.name} className={`lab-bin lab-bin-${part.standing}`}>
          <h3>{part.name}</h3>
          {isTyped(part) ? <code>{(part.cells[0] ?? '').replace(/^`|`$/g, '')}</code> : null}
          <PartWords part={part} />
        </article>
      ))}
    </div>
  );
}

interface PartListProps {
  readonly parts: readonly LabPart[];
  isTyped(part: LabPart): boolean;
}

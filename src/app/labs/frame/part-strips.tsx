import type { ReactNode } from 'react';
import type { LabPart } from '../../../core/ecs/labs/lab.ts';
import { Squares } from '../../parts/notebook/squares.tsx';
import { PartWords } from './part-words.tsx';

/** More squares than this are cut off; the words beside them have the number. */
const mostSquares = 60;

/** Each part as a row of squares, and how it stands. */
export function PartStrips({ parts, inksOf }: PartStripsProps): ReactNode {
  return (
    <div className="lab-strips">
      {parts.map((part, place) => (
        <article key={part.name} className={`lab-bin lab-bin-${part.standing}`}>
          <h3>{part.name}</h3>
          <Squares inks={inksOf(place).slice(0, mostSquares)} isLarge />
          <PartWords part={part} />
        </article>
      ))}
    </div>
  );
}

interface PartStripsProps {
  readonly parts: readonly LabPart[];
  /** The class of each square of a part, by its place. */
  inksOf(place: number): readonly string[];
}

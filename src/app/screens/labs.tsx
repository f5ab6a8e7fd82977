import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type LabName, labTitles } from '../../core/ecs/labs/lab-names.ts';
import { labPath } from '../../core/ecs/labs/lab-path.ts';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';

const names = Object.keys(labTitles) as readonly LabName[];

/** What there is to play with. */
export function Labs(): ReactNode {
  return (
    <div className="column">
      <ScreenHeading title="Labs" />
      <section className="sheet">
        <p>
          How Amazon ECS decides, to play with: set a scene, say what will happen, and see it happen step by step, each
          with its reason.
        </p>
        <ul className="list">
          {names.map((name) => (
            <li key={name}>
              <Link href={labPath(name)}>{labTitles[name].subject}</Link>
              <br />
              {labTitles[name].asks}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

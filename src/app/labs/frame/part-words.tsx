import type { ReactNode } from 'react';
import type { LabPart, Standing } from '../../../core/ecs/labs/lab.ts';
import { Icon, type IconName } from '../../parts/frame/icon.tsx';
import { Worded } from '../../parts/text/worded.tsx';

const icons: Readonly<Record<Standing, IconName>> = {
  waiting: 'waiting',
  kept: 'kept',
  behind: 'kept',
  best: 'right',
  out: 'wrong',
  chosen: 'right',
};

/** How a part stands, with a mark of its own for each standing: never by colour alone. */
export function PartWords({ part }: { readonly part: LabPart }): ReactNode {
  const { standing, lead, words } = part;
  return (
    <p className={`lab-words lab-${standing}`}>
      <Icon name={icons[standing]} />
      <span>
        <b>
          <Worded text={`${lead}.`} />
        </b>{' '}
        <Worded text={words} />
      </span>
    </p>
  );
}

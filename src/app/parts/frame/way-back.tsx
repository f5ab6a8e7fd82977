import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { useStores } from '../../store/stores.tsx';

/** Leads to where the learner came from, as the browser's Back does; to Today where that is not known. */
export function WayBack({ className, onLeave, children }: WayBackProps): ReactNode {
  const { trail } = useStores();
  const from = trail.from();
  const leave = (event: MouseEvent) => {
    onLeave?.();
    if (from === null) return;
    event.preventDefault();
    history.back();
  };
  return (
    <Link href={from ?? '/'} className={className} onClick={leave}>
      {children}
    </Link>
  );
}

interface WayBackProps {
  readonly className: string;
  readonly onLeave?: (() => void) | undefined;
  readonly children: ReactNode;
}

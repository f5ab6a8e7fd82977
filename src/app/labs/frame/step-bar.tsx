import { type ReactNode, useEffect, useState } from 'react';
import { announce } from '../../parts/frame/live-regions.ts';

/** Long enough to read a line of the log. */
const playMs = 1200;

/** Back, Next step, and those that take several at once. What a step says is announced. */
export function StepBar({ taken, steps, onGo }: StepBarProps): ReactNode {
  const last = steps.length;
  const [isPlaying, setPlaying] = useState(false);
  const [isFirst, isLast] = [taken === 0, taken >= last];
  function go(to: number): void {
    announce(steps[to - 1]?.says.replaceAll('`', '') ?? 'Before the first step.');
    onGo(to);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer a step
  useEffect(() => {
    if (!isPlaying) return;
    if (isLast) return setPlaying(false);
    const timer = setTimeout(() => go(taken + 1), playMs);
    return () => clearTimeout(timer);
  }, [isPlaying, taken]);
  return (
    <div className="lab-bar">
      <p>{isFirst ? `${last} steps` : `Step ${taken} of ${last}`}</p>
      <BarButton word="Reset" isOff={isFirst} onClick={() => go(0)} />
      <BarButton
        word={isPlaying ? 'Pause' : 'Play'}
        isOff={isLast && !isPlaying}
        onClick={() => setPlaying(!isPlaying)}
      />
      <BarButton word="To the end" isOff={isLast} onClick={() => go(last)} />
      <BarButton word="Back" isOff={isFirst} onClick={() => go(taken - 1)} />
      <BarButton word="Next step" isOff={isLast} isPrimary onClick={() => go(taken + 1)} />
    </div>
  );
}

interface StepBarProps {
  readonly taken: number;
  readonly steps: readonly { readonly says: string }[];
  onGo(taken: number): void;
}

/** Keeps the focus when there is nothing more for it to do. */
function BarButton({ word, isOff, isPrimary = false, onClick }: BarButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={isPrimary ? 'button-primary' : 'button'}
      aria-disabled={isOff}
      onClick={() => (isOff ? undefined : onClick())}
    >
      {word}
    </button>
  );
}

interface BarButtonProps {
  readonly word: string;
  readonly isOff: boolean;
  readonly isPrimary?: boolean;
  onClick(): void;
}

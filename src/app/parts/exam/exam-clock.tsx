import { type ReactNode, useEffect, useRef, useState } from 'react';
import { announce } from '../frame/live-regions.ts';
import { clockDigits, durationWords, passedThreshold } from './time-words.ts';

const oneMinute = 60_000;
const fiveMinutes = 5 * oneMinute;

/** The time that is left. It can be put out of sight until five minutes are left. Thresholds are said, seconds never. */
export function ExamClock({ leftMs, limitMs }: { readonly leftMs: number; readonly limitMs: number }): ReactNode {
  const [isHidden, setIsHidden] = useState(false);
  const isLate = leftMs <= fiveMinutes;
  const isShown = !isHidden || isLate;
  useThresholds(leftMs, limitMs, isHidden);
  return (
    <>
      <span className={isLate ? 'exam-clock exam-clock-late' : 'exam-clock'} role="timer" hidden={!isShown}>
        {clockDigits(leftMs)}
        <span className="visually-hidden"> left</span>
      </span>
      {isLate ? (
        <strong className="exam-clock-late">{leftMs > 0 && leftMs <= oneMinute ? 'Last minute' : ''}</strong>
      ) : (
        <button type="button" className="top-link exam-tool" onClick={() => setIsHidden(!isHidden)}>
          {isHidden ? 'Show clock' : 'Hide clock'}
        </button>
      )}
    </>
  );
}

function useThresholds(leftMs: number, limitMs: number, isHidden: boolean): void {
  const before = useRef(leftMs);
  useEffect(() => {
    const passed = passedThreshold(limitMs, before.current, leftMs);
    before.current = leftMs;
    if (passed === null) return;
    const back = isHidden && passed <= fiveMinutes ? ' The clock is shown again.' : '';
    announce(`${durationWords(passed)} left.${back}`);
  }, [leftMs, limitMs, isHidden]);
}

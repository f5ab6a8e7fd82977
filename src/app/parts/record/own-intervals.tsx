import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { dayMs } from '../../../core/model/day-ms.ts';
import type { StudyDay } from '../../../core/model/id.ts';
import { readMeasured } from '../../../core/model/measured-memory.ts';
import type { Settings } from '../../../core/model/settings.ts';
import { leastEvidence } from '../../../core/scheduler/fit/measure-memory.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { failureWords } from '../../store/failure-words.ts';
import type { MeasuringState } from '../../store/measuring/measuring-store.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { dateWords } from '../text/day-words.ts';
import { Switch } from './setting-fields.tsx';

/** Which memory intervals go by, the learner's own or the usual one, and the way from one to the other. */
export function OwnIntervals(): ReactNode {
  const { measuring } = useStores();
  const settings = useRecord((state) => state.settings);
  const set = useRecord((state) => state.setting);
  return (
    <Switch
      label="Intervals that follow your own memory"
      hint={memoryWords(settings, useStore(measuring))}
      checked={settings.ownIntervals}
      onChange={(value) => set('ownIntervals', value)}
    />
  );
}

const usual = 'Intervals follow what is usual for many learners';

function memoryWords(
  { parameters, ownIntervals }: Pick<Settings, 'parameters' | 'ownIntervals'>,
  { failure, found }: MeasuringState,
): string {
  const measured = readMeasured(parameters);
  if (!ownIntervals) return measured === null ? `${usual}.` : `${usual}. Your own memory was ${sourceWords(measured)}.`;
  const failed = failure === '' ? '' : ` Your memory could not be measured today. ${failureWords(failure)}`;
  if (measured !== null) return `Intervals follow your own memory, ${sourceWords(measured)}.${failed}`;
  if (found?.t === 'kept' || found?.t === 'usual') {
    return `${usual}: your ${countWords(found.answers, 'answer')} fit that as well as anything else.`;
  }
  return `${usual}; from ${leastEvidence} answers to cards of earlier days on your own memory is measured.${failed}`;
}

/** "measured from 812 answers on 3 Dec 2026". */
function sourceWords({ answers, date }: NonNullable<ReturnType<typeof readMeasured>>): string {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
  const when = Number.isNaN(day) ? '' : ` on ${dateWords(day as StudyDay)}`;
  return `measured from ${countWords(answers, 'answer')}${when}`;
}

import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { beginExam } from '../../../core/exam/begin-exam.ts';
import { drawExam } from '../../../core/exam/draw-exam.ts';
import { examPath } from '../../../core/exam/exam-path.ts';
import { type ExamSize, formsGraded, formsOfExam, poolOf, sizesOf } from '../../../core/exam/sizes.ts';
import type { DeckIndex } from '../../../core/model/deck.ts';
import type { PackId } from '../../../core/model/id.ts';
import type { ExamBlueprint } from '../../../core/model/pack.ts';
import { useStores } from '../../store/stores.tsx';
import { NumberField } from '../record/setting-fields.tsx';
import { type ClockWish, clockWishes, minutesOf, mostTimes } from './clock-wish.ts';
import { keepSetup, readSetup, type SetupChoice } from './kept-setup.ts';
import { RadioRows } from './radio-rows.tsx';
import { durationWords } from './time-words.ts';

/** What is to be settled before an exam begins: as the last time, and at first a short one that can be paused. */
export function ExamSetup({ indexes }: { readonly indexes: readonly DeckIndex[] }): ReactNode {
  const [packId, setPack] = useState<PackId | null>(null);
  const index = indexes.find(({ pack }) => pack.id === packId) ?? indexes[0];
  if (index === undefined || index.pack.exam === null) return null;
  const rows = indexes.map(({ pack }) => ({ value: pack.id, words: pack.title, hint: pack.exam?.name ?? '' }));
  return (
    <>
      {indexes.length < 2 ? null : (
        <div className="sheet">
          <RadioRows<PackId> legend="Pack" rows={rows} value={index.pack.id} onChange={setPack} />
        </div>
      )}
      <SetupForm key={index.pack.id} index={index} exam={index.pack.exam} />
    </>
  );
}

interface SetupFormProps {
  readonly index: DeckIndex;
  readonly exam: ExamBlueprint;
}

function SetupForm({ index, exam }: SetupFormProps): ReactNode {
  const { ports } = useStores();
  const [choice, setChoice] = useState(() => readSetup(ports.marks, index.pack.id));
  const choose = (part: Partial<SetupChoice>) => setChoice({ ...choice, ...part });
  const { hasAllForms, wished, clock, own, isStrict } = choice;
  const forms = hasAllForms ? formsGraded : formsOfExam;
  const pool = useMemo(() => poolOf(index.questions, exam, forms), [index, exam, forms]);
  const sizes = sizesOf(exam, pool);
  const size = chosenOf(sizes, wished);
  const begin = useBegin(index, pool);
  const formsBox = <FormsBox isChecked={hasAllForms} onChange={(isChecked) => choose({ hasAllForms: isChecked })} />;
  if (size === undefined) {
    return (
      <NoSize exam={exam} sizes={sizes}>
        {formsBox}
      </NoSize>
    );
  }
  const longest = size.minutes * mostTimes;
  const minutes = clock === 'own' ? Math.min(own ?? size.minutes, longest) : minutesOf(clock, size, exam);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepSetup(ports.marks, index.pack.id, choice);
    begin(size, { minutes, isStrict });
  };
  return (
    <form className="sheet exam-setup" onSubmit={submit}>
      <p className="exam-name">{exam.name}</p>
      <RadioRows<number>
        legend="Length"
        rows={sizes.map((one) => ({ value: one.questions, ...sizeWords(one), off: one.lack !== '' }))}
        value={size.questions}
        onChange={(questions) => choose({ wished: questions })}
      />
      <RadioRows<ClockWish>
        legend="Clock"
        rows={clockWishes(size, exam)}
        value={clock}
        onChange={(wish) => choose({ clock: wish })}
      />
      {clock !== 'own' ? null : (
        <NumberField
          label="Minutes"
          hint="As long as you want to give yourself."
          value={minutes ?? size.minutes}
          bounds={{ least: 1, most: longest, unit: 'minutes' }}
          onChange={(most) => choose({ own: most })}
        />
      )}
      {minutes === null ? null : (
        <RadioRows<'practice' | 'strict'>
          legend="Rules"
          rows={ruleRows}
          value={isStrict ? 'strict' : 'practice'}
          onChange={(rules) => choose({ isStrict: rules === 'strict' })}
        />
      )}
      {formsBox}
      <ul className="exam-facts">
        <li>What is not answered counts as wrong, and a guess costs nothing.</li>
        <li>{`The questions are spread over the exam’s domains: ${domainWords(exam)}.`}</li>
        <li>Answers are shown at the end. They change neither your reviews nor your forecast.</li>
      </ul>
      <button type="submit" className="button-primary">
        {`Start ${size.questions} questions`}
      </button>
    </form>
  );
}

/** The length that was asked for, else the longest that the pack can fill. */
function chosenOf(sizes: readonly ExamSize[], wished: number): ExamSize | undefined {
  const possible = sizes.filter(({ lack }) => lack === '');
  return possible.find(({ questions }) => questions === wished) ?? possible.at(-1);
}

function sizeWords({ questions, scored, minutes, lack }: ExamSize): { readonly words: string; readonly hint: string } {
  const words = `${questions} questions`;
  if (lack !== '') return { words, hint: lack };
  const pilots = questions - scored;
  const trial = pilots === 0 ? '' : `, ${pilots} of them unscored trial questions that you cannot tell from the others`;
  return { words, hint: `${durationWords(minutes * 60_000)}${trial}` };
}

function domainWords({ domains }: ExamBlueprint): string {
  return Object.values(domains)
    .map(({ title, weight }) => `${title} ${weight} %`)
    .join(', ');
}

const ruleRows = [
  { value: 'practice', words: 'Practice', hint: 'You can pause. Closing the page pauses, too, and time can be added.' },
  {
    value: 'strict',
    words: 'Strict',
    hint: 'The clock never stops, and the exam ends with it, even if the page is closed.',
  },
] as const;

function FormsBox({ isChecked, onChange }: FormsBoxProps): ReactNode {
  return (
    <label className="exam-forms">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>Also ask in forms that the exam does not have: commands to type, files to fix, steps to order</span>
    </label>
  );
}

interface FormsBoxProps {
  readonly isChecked: boolean;
  onChange(isChecked: boolean): void;
}

interface NoSizeProps {
  readonly exam: ExamBlueprint;
  readonly sizes: readonly ExamSize[];
  readonly children: ReactNode;
}

function NoSize({ exam, sizes, children }: NoSizeProps): ReactNode {
  return (
    <div className="sheet">
      <p className="exam-name">{exam.name}</p>
      <p>The pack has too few questions for an exam.</p>
      <ul>
        {sizes.map(({ questions, lack }) => (
          <li key={questions}>{`${questions} questions: ${lack}`}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}

interface BeginWish {
  readonly minutes: number | null;
  readonly isStrict: boolean;
}

/** Draws the exam, writes it down, and opens it. */
function useBegin(index: DeckIndex, pool: ReturnType<typeof poolOf<DeckIndex['questions'][number]>>) {
  const { ports, record } = useStores();
  const [, navigate] = useLocation();
  return (size: ExamSize, wish: BeginWish) => {
    const { exam, id: pack } = index.pack;
    if (exam === null) return;
    const [id, seed, now] = [ports.chance.showingId(), ports.chance.seed(), ports.clock.now()];
    const { writes } = beginExam(id, { pack, ...wish }, drawExam(exam, pool, size, seed), { now, seed });
    for (const [key, value] of writes) record.getState().remember(key, value);
    navigate(examPath(id));
  };
}

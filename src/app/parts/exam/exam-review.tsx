import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Attempt, Mark } from '../../../core/exam/attempt.ts';
import { type ExamAsked, fitting } from '../../../core/exam/mark-sheet.ts';
import { notePath } from '../../../core/model/address.ts';
import { cardIdOf } from '../../../core/model/id.ts';
import { isCloze, type Response } from '../../../core/model/question.ts';
import type { Verdict } from '../../../core/model/verdict.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { viewOf } from '../../questions/registry.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { askedOf } from '../../store/exam/exam-store.ts';
import { useStores } from '../../store/stores.tsx';
import { LoadFailure } from '../frame/load-failure.tsx';
import { Loading } from '../frame/loading.tsx';
import { practicePath } from '../practice/practice-path.ts';
import { RichTextView } from '../text/rich-text.tsx';
import { ExamCase } from './exam-case.tsx';
import { RadioRows } from './radio-rows.tsx';
import { durationWords } from './time-words.ts';

type Filter = 'wrong' | 'flagged' | 'all';

/** Every question of an exam with what was answered, what is right, and why; the missed ones can be practised. */
export function ExamReview({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { asked, failure, retry } = useAskedAgain(attempt);
  const [filter, setFilter] = useState<Filter>('wrong');
  if (failure !== '') return <LoadFailure what="The questions" failure={failure} onRetry={retry} />;
  if (asked === null) return <Loading what="the questions" />;
  const rows = attempt.sheet.flatMap((place, index) => {
    const mark = attempt.ending?.marks[index];
    return mark === undefined ? [] : [{ index, place, mark, one: asked[index] ?? null }];
  });
  const by = (value: Filter) => rows.filter(({ mark, place }) => isListed(value, mark, place.isFlagged));
  const missed = by('wrong').flatMap(({ one }) => (one === null ? [] : [cardOf(one)]));
  const filters = [
    { value: 'wrong' as const, words: `Wrong ${by('wrong').length}`, hint: '' },
    { value: 'flagged' as const, words: `Flagged ${by('flagged').length}`, hint: '' },
    { value: 'all' as const, words: `All ${rows.length}`, hint: '' },
  ];
  const shown = by(filter);
  return (
    <section aria-labelledby="exam-review">
      <h2 id="exam-review">The questions</h2>
      {missed.length === 0 ? null : (
        <p>
          <Link className="button" href={practicePath(missed)}>
            {`Practise the ${countWords(missed.length, 'question')} you missed`}
          </Link>
        </p>
      )}
      <div className="exam-review-filter">
        <RadioRows<Filter> legend="Show" rows={filters} value={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 ? <p>None.</p> : null}
      {shown.map(({ index, place, mark, one }) => (
        <ReviewedQuestion
          key={index}
          number={index + 1}
          isScored={attempt.paper.questions[index]?.isScored ?? true}
          response={place.response}
          mark={mark}
          one={one}
        />
      ))}
    </section>
  );
}

function isListed(filter: Filter, { isRight }: Mark, isFlagged: boolean): boolean {
  if (filter === 'all') return true;
  return filter === 'wrong' ? !isRight : isFlagged;
}

function cardOf({ question }: ExamAsked) {
  return cardIdOf(question.id, isCloze(question.kind) ? 1 : 0);
}

function useAskedAgain(attempt: Attempt) {
  const { decks } = useStores();
  const [state, setState] = useState<{
    readonly asked: readonly (ExamAsked | null)[] | null;
    readonly failure: string;
  }>({
    asked: null,
    failure: '',
  });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for another exam, or when asked to
  useEffect(() => {
    let isStale = false;
    askedOf(attempt, decks).then(
      (asked) => isStale || setState({ asked, failure: '' }),
      (error) => isStale || setState({ asked: null, failure: String(error) }),
    );
    return () => {
      isStale = true;
    };
  }, [attempt.id, decks, tries]);
  const retry = () => {
    setState({ asked: null, failure: '' });
    setTries(tries + 1);
  };
  return { ...state, retry };
}

interface ReviewedQuestionProps {
  readonly number: number;
  readonly isScored: boolean;
  readonly response: Response | null;
  readonly mark: Mark;
  readonly one: ExamAsked | null;
}

function ReviewedQuestion({ number, isScored, response, mark, one }: ReviewedQuestionProps): ReactNode {
  const missing = response === null ? 'not answered, wrong' : 'not complete, wrong';
  const state = mark.isRight ? 'right' : mark.isAnswered ? 'wrong' : missing;
  const trial = isScored ? '' : ' · trial question, not scored';
  return (
    <article className="card exam-reviewed" aria-labelledby={`reviewed-${number}`}>
      <h3 id={`reviewed-${number}`} className="card-heading">
        {`Question ${number} · ${state} · ${durationWords(mark.spentMs)}${trial}`}
      </h3>
      {one === null ? <p>No pack has this question any more.</p> : <Reviewed one={one} given={response} />}
    </article>
  );
}

interface ReviewedProps {
  readonly one: ExamAsked;
  readonly given: Response | null;
}

function Reviewed({ one, given }: ReviewedProps): ReactNode {
  const { question, isEdited } = one;
  const { decks } = useStores();
  const view = viewOf(question);
  const response = fitting(one, given);
  const deletion = isCloze(question.kind) ? 1 : 0;
  return (
    <>
      {isEdited ? <p>This question was changed since your exam, and is shown as it is now.</p> : null}
      <ExamCase own={question.case} heading="h4" />
      <div className="prompt" dir="auto">
        <view.Prompt question={question} deletion={deletion} revealed ask={null} />
      </div>
      <view.Answer question={question} response={response} verdict={verdictOn(one, response, deletion)} />
      {question.takeAway.length === 0 ? null : (
        <div className="take-away" dir="auto">
          <RichTextView rich={question.takeAway} />
        </div>
      )}
      {question.note === null ? null : (
        <p>
          <Link href={notePath(question.note)}>{`Read: ${titleOfAddress(decks.getState(), question.note)}`}</Link>
        </p>
      )}
    </>
  );
}

/** Of what was not answered, the verdict on nothing: what is right is shown all the same. */
function verdictOn({ question, kind }: ExamAsked, response: Response | null, deletion: number): Verdict {
  const given = response ?? kind.written?.nothing(question, deletion) ?? null;
  return given === null ? { score: 0, parts: [], advice: [] } : kind.grade(question, given);
}

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { readAttempts } from '../../../core/exam/attempt-registers.ts';
import { packOf, questionOfCard, type StudyDay } from '../../../core/model/id.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { activeEntries } from '../../../core/scheduler/fold/active-entries.ts';
import { lineageOf } from '../../../core/scheduler/fold/lineage.ts';
import type { Scheduler } from '../../../core/scheduler/memory/fsrs.ts';
import { schedulerOf } from '../../../core/scheduler/memory/own-scheduler.ts';
import { examDayOf } from '../../../core/scheduler/plan/exam-days.ts';
import { studyDayOf } from '../../../core/scheduler/study-day.ts';
import { foretell, presentCalibration } from '../../../core/stats/foretold.ts';
import { heldBeliefs } from '../../../core/stats/held-beliefs.ts';
import { pastExams, type SatExam } from '../../../core/stats/past-exams.ts';
import { priorKnowledge } from '../../../core/stats/prior-knowledge.ts';
import { readinessOf } from '../../../core/stats/readiness.ts';
import { type ToldAnswer, tellAnswers } from '../../../core/stats/told-answers.ts';
import { indexesOn } from '../../store/packs-on.ts';
import { examsOf } from '../../store/plan-store.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { useWholeLog } from '../record/use-whole-log.ts';
import { usePlan } from '../today/use-plan.ts';
import { useStudyDay } from '../today/use-study-day.ts';

/**
 * Every answer of the record with what was known when it was given, by the memory model that is in use; and by the usual
 * one, since what was measured from these answers must not be praised for foretelling them. Null until all was read.
 */
export function useAnswers() {
  const { decks } = useStores();
  const { log, failure, retry } = useWholeLog();
  const summaries = useStore(decks, (state) => state.summaries);
  const settings = useRecord((state) => state.settings);
  const own = schedulerOf(settings);
  const usual = schedulerOf({ ...settings, ownIntervals: false });
  const told = useMemo(() => {
    if (log === null) return null;
    const active = activeEntries(log);
    const tell = (scheduler: Scheduler) => tellAnswers(active, scheduler, lineageOf([...summaries.values()]));
    const answers = tell(own);
    return { answers, byUsual: own === usual ? answers : tell(usual) };
  }, [log, own, usual, summaries]);
  return { told, failure, retry };
}

/** How an exam would go that is asked over all packs that are on: on its day, or today where none is ahead. */
export function useReadiness(answers: readonly ToldAnswer[]) {
  const { record, decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const { cards: states, packs, settings } = useRecord((state) => state);
  const prospect = usePlan((plan) => plan.set.exam);
  const today = useStudyDay();
  const examDay = examDayOf(settings.examDate, today);
  const exam = indexesOn({ record, decks }).find(({ pack }) => pack.exam !== null)?.pack.exam;
  const scored = exam?.scored ?? usualScored;
  const readiness = useMemo(() => {
    return readinessOf({
      today,
      states,
      questions: [...summaries.values()].filter(({ id }) => isPackOn(packs, packOf(id))),
      exams: examsOf(decks),
      scheduler: schedulerOf(settings),
      calibration: presentCalibration(answers),
      prior: priorKnowledge(answers, ({ card }) => summaries.get(questionOfCard(card))?.kind ?? null),
      day: examDay ?? today,
      scored,
      prospect,
    });
  }, [answers, decks, summaries, states, packs, settings, prospect, today, examDay, scored]);
  return { readiness, examDay, scored };
}

/** Questions of an exam, where no pack says how many count. */
const usualScored = 50;

const weeksShown = 26;

/** What was forecast by the usual memory model, and what came: week by week, and of every practice exam. */
export function useForecastRecord(answers: readonly ToldAnswer[]) {
  const { decks, ports } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const { registers, settings } = useRecord((state) => state);
  const scheduler = schedulerOf({ ...settings, ownIntervals: false });
  const today = useStudyDay();
  const weeks = useMemo(
    () => foretell(answers, (today - 7 * weeksShown) as StudyDay, scheduler),
    [answers, today, scheduler],
  );
  const exams = useMemo(() => {
    const sat = satExams(registers, (at) => studyDayOf(at, ports.clock.offsetMinutes(at)));
    return pastExams(sat, { answers, questions: summaries, scheduler });
  }, [answers, registers, summaries, scheduler, ports]);
  return { weeks, exams };
}

function satExams(registers: Parameters<typeof readAttempts>[0], dayOf: (at: SatExam['at']) => StudyDay) {
  return readAttempts(registers).flatMap(({ paper, ending }): readonly SatExam[] => {
    if (ending === null) return [];
    const questions = paper.questions.flatMap(({ id, isScored }, n) =>
      isScored ? [{ id, isRight: ending.marks[n]?.isRight ?? false }] : [],
    );
    return [{ at: paper.startedAt, day: dayOf(paper.startedAt), questions }];
  });
}

/** The mistaken beliefs that the learner's answers show, with the sentences of their packs that correct them. */
export function useBeliefs(answers: readonly ToldAnswer[]) {
  const { decks } = useStores();
  const { summaries, indexes } = useStore(decks);
  const packs = useRecord((state) => state.packs);
  return useMemo(
    () =>
      heldBeliefs(answers, summaries)
        .filter(({ pack }) => isPackOn(packs, pack))
        .flatMap((held) => {
          const truth = indexes.get(held.pack)?.pack.beliefs[held.belief];
          return truth === undefined ? [] : [{ ...held, truth }];
        }),
    [answers, summaries, indexes, packs],
  );
}

import type { CardId, StudyDay, Timestamp } from '../model/id.ts';
import { type AnswerHow, compareEntries, type LogEntry } from '../model/log/log-entry.ts';
import type { Rating } from '../model/verdict.ts';
import { dueDay } from '../scheduler/fold/card-draft.ts';
import { type CardEntry, isCardEntry } from '../scheduler/fold/entry-kinds.ts';
import { byCard, foldDraft, underOneName, voidAnswers } from '../scheduler/fold/fold-line.ts';
import { type Lineage, lineOfCard } from '../scheduler/fold/lineage.ts';
import { walkCard } from '../scheduler/fold/walk-card.ts';
import type { Scheduler } from '../scheduler/memory/fsrs.ts';
import { dayOfAnswer, studyDayOf } from '../scheduler/study-day.ts';

/** One thing that happened to a card: an answer, or that it was forgotten at the learner's wish. */
export interface StoryEvent {
  readonly t: 'answer' | 'reset';
  readonly at: Timestamp;
  readonly day: StudyDay;
  /** Null for a reset. */
  readonly rating: Rating | null;
  /** An Again that was not right: after a right answer it stands for a lucky guess. */
  readonly isMiss: boolean;
  readonly how: AnswerHow;
  readonly tookMs: number;
  /** Whether it changed the schedule. */
  readonly moved: boolean;
  /** After it; 0 for a card without a memory. */
  readonly stability: number;
  /** When the card was to be seen again after it; null for a new one. */
  readonly due: StudyDay | null;
}

/**
 * What happened to a card, oldest first, answers under former names of its question among it; each showing once.
 * `active` is a whole log as `activeEntries` gives it. A split or merged question begins with what it has inherited.
 */
export function tellStory(
  active: readonly LogEntry[],
  card: CardId,
  scheduler: Scheduler,
  lineage: Lineage,
): readonly StoryEvent[] {
  const line = new Set(lineOfCard(card, lineage));
  const entries = byCard(active.filter((entry): entry is CardEntry => isCardEntry(entry) && line.has(entry.card)));
  const { members } = underOneName(card, lineage);
  const own = members.flatMap((member) => entries.get(member) ?? []).sort(compareEntries);
  const before = new Map([...entries].filter(([member]) => !members.includes(member)));
  const draft = foldDraft(card, before, scheduler, lineage);
  const story: StoryEvent[] = [];
  walkCard(draft, own, { scheduler, voids: voidAnswers(card, lineage) }, ({ entry, moved }) => {
    const after = { at: entry.ms, moved, stability: draft.stability, due: dueDay(draft, scheduler) };
    if (entry.t === 'reset') story.push({ t: 'reset', day: studyDayOf(entry.ms, entry.tz), ...forgotten, ...after });
    else {
      const { r: rating, score, how = 'review', took: tookMs } = entry;
      const isMiss = rating === 1 && score !== 1;
      story.push({ t: 'answer', day: dayOfAnswer(entry), rating, isMiss, how, tookMs, ...after });
    }
  });
  return story;
}

const forgotten = { rating: null, isMiss: false, how: 'review', tookMs: 0 } as const;

/** A stretch of days with one memory: from the answer that made it to the next that changed it. */
export interface RecallStretch {
  readonly from: StudyDay;
  /** Null for the last one, which goes on. */
  readonly to: StudyDay | null;
  readonly stability: number;
  /** An answer of the day that it begins with was a miss. */
  readonly isMiss: boolean;
}

/** What a card's recall went through: of the answers of one day the last says how it goes on. */
export function recallStretches(story: readonly StoryEvent[]): readonly RecallStretch[] {
  const moving = story.filter(({ moved }) => moved);
  const lastOfDay = moving.filter(({ day }, place) => moving[place + 1]?.day !== day);
  return lastOfDay.flatMap(({ t, day, stability }, place) => {
    const isMiss = moving.some((event) => event.day === day && event.isMiss);
    const stretch = { from: day, to: lastOfDay[place + 1]?.day ?? null, stability, isMiss };
    return t === 'reset' || stability === 0 ? [] : [stretch];
  });
}

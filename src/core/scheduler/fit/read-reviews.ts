import { type CardId, cardIdOf, deletionOfCard, questionOfCard, type StudyDay } from '../../model/id.ts';
import { compareEntries, type LogEntry } from '../../model/log/log-entry.ts';
import { activeEntries } from '../fold/active-entries.ts';
import type { Folding } from '../fold/base/base.ts';
import { startDraft } from '../fold/card-draft.ts';
import { type CardEntry, isCardEntry } from '../fold/entry-kinds.ts';
import { byCard, type EntriesByCard, underOneName, voidAnswers } from '../fold/fold-line.ts';
import { isRenamed, type Lineage, parentCards } from '../fold/lineage.ts';
import { predictionOf } from '../fold/predictions.ts';
import { walkCard } from '../fold/walk-card.ts';
import { createScheduler, type Scheduler } from '../memory/fsrs.ts';
import { type ReviewStep, type Reviews, reviewsOf } from './reviews.ts';

/**
 * The answers of a log, in any order, that moved a memory when it was folded so: what was taken back, was given twice or to
 * a wrong key is left out, a reset card begins anew, and a renamed one goes on. What a split or merged question heard is
 * left out, too: it began with what no answer of its own says.
 */
export function readReviews(log: Iterable<LogEntry>, folding: Folding): Reviews {
  const { lineage } = folding;
  const scheduler = createScheduler(folding);
  const entries = byCard(activeEntries(log).filter(isCardEntry));
  const latest = new Set([...entries.keys()].map((card) => latestName(card, lineage)));
  // In one order, whatever order the log came in.
  return reviewsOf([...latest].sort().flatMap((card) => stepsOf(card, entries, scheduler, lineage)));
}

/** What the card is called now, if nothing but its name has changed. */
function latestName(card: CardId, lineage: Lineage): CardId {
  const [heir, ...others] = lineage.heirs.get(questionOfCard(card)) ?? [];
  if (heir === undefined || others.length > 0 || !isRenamed(heir, lineage)) return card;
  return latestName(cardIdOf(heir, deletionOfCard(card)), lineage);
}

function stepsOf(card: CardId, entries: EntriesByCard, scheduler: Scheduler, lineage: Lineage): readonly ReviewStep[] {
  const { members, founder } = underOneName(card, lineage);
  if (parentCards(founder, lineage).length > 0) return [];
  const own: CardEntry[] = members.flatMap((member) => entries.get(member) ?? []);
  if (members.length > 1) own.sort(compareEntries);
  const steps: ReviewStep[] = [];
  const draft = startDraft();
  let last: StudyDay | null = null;
  walkCard(draft, own, { scheduler, voids: voidAnswers(card, lineage) }, (step) => {
    const { entry, moved, isFirst } = step;
    const elapsedDays = isFirst || last === null || draft.lastDay === null ? null : draft.lastDay - last;
    last = draft.lastDay;
    if (entry.t !== 'answer' || !moved) return;
    // Of an answer that is not right a posterior says nothing.
    const posterior = entry.score === 1 ? (entry.p ?? null) : null;
    steps.push({ elapsedDays, rating: entry.r, posterior, at: entry.ms, isEvidence: predictionOf(step) !== null });
  });
  return steps;
}

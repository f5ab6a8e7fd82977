import type { Deviations } from '../../model/measured-memory.ts';
import { ownParameters } from '../memory/own-parameters.ts';
import { type Parameters, takeParameters } from '../memory/parameters.ts';
import { fitDeviations } from './fit-deviations.ts';
import { allTime, logLoss } from './log-loss.ts';
import { momentOfLast, type Reviews } from './reviews.ts';

/** Fewer answers on later days tell nothing of a memory (scheduling §7). */
export const leastEvidence = 400;
/** The part of the evidence, the latest of it, on which what was found in the rest must prove itself. */
const heldOut = 0.2;
/** By how much the log loss must be lower. */
const leastGain = 0.002;

/** What the answers say. `answers`: how many of them are evidence. */
export type MemoryFinding =
  | { readonly t: 'too-few'; readonly answers: number }
  /** What is in use stays. */
  | { readonly t: 'kept'; readonly answers: number }
  | { readonly t: 'own'; readonly answers: number; readonly deviations: Deviations }
  /** What is usual of many learners takes the place of a memory of the learner's own. */
  | { readonly t: 'usual'; readonly answers: number };

/**
 * Whether a learner's own memory or the usual one is to be in use, by what they foretell of the latest fifth of the
 * evidence: the own one must do so better by 0.002 of log loss. What is fitted to all the rest stands for it, since the one
 * in use may have been fitted to these answers, too. A memory that comes into use is fitted to all (scheduling §7).
 */
export function measureMemory(reviews: Reviews, inUse: Parameters): MemoryFinding {
  const answers = reviews.evidence;
  if (answers < leastEvidence) return { t: 'too-few', answers };
  const border = momentOfLast(reviews, heldOut);
  const fitted = fitDeviations(reviews, { ...allTime, before: border });
  const lossBy = (parameters: Parameters) => logLoss(reviews, parameters, { ...allTime, from: border });
  const isOwn = lossBy(ownParameters(fitted)) <= lossBy(takeParameters()) - leastGain;
  const deviations = isOwn ? fitDeviations(reviews, allTime, fitted) : null;
  const wanted = deviations === null ? takeParameters() : ownParameters(deviations);
  if (wanted.every((value, place) => value === inUse[place])) return { t: 'kept', answers };
  return deviations === null ? { t: 'usual', answers } : { t: 'own', answers, deviations };
}

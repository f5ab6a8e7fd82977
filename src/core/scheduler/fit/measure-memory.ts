import type { Deviations } from '../../model/measured-memory.ts';
import { ownParameters } from '../memory/own-parameters.ts';
import { type Parameters, takeParameters } from '../memory/parameters.ts';
import { fitDeviations } from './fit-deviations.ts';
import { allTime, logLoss, type Stretch } from './log-loss.ts';
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
  /** What is in use foretells as well as anything else that was tried. */
  | { readonly t: 'kept'; readonly answers: number }
  | { readonly t: 'own'; readonly answers: number; readonly deviations: Deviations }
  /** What is usual of many learners foretells better than what is in use. */
  | { readonly t: 'usual'; readonly answers: number };

/**
 * Looks for parameters that foretell a learner's answers better than those in use: fitted to all but the latest fifth of
 * the evidence, they must do so on that fifth, by 0.002 of log loss. Then they are fitted to all of it. The usual ones are
 * tried by the same measure: so a learner gets them back whom a measurement no longer fits.
 */
export function measureMemory(reviews: Reviews, inUse: Parameters): MemoryFinding {
  const answers = reviews.evidence;
  if (answers < leastEvidence) return { t: 'too-few', answers };
  const border = momentOfLast(reviews, heldOut);
  const latest: Stretch = { ...allTime, from: border };
  const fitted = fitDeviations(reviews, { ...allTime, before: border });
  const lossBy = (parameters: Parameters) => logLoss(reviews, parameters, latest);
  const [own, usual] = [lossBy(ownParameters(fitted)), lossBy(takeParameters())];
  if (Math.min(own, usual) > lossBy(inUse) - leastGain) return { t: 'kept', answers };
  if (usual <= own) return { t: 'usual', answers };
  return { t: 'own', answers, deviations: fitDeviations(reviews, allTime, fitted) };
}

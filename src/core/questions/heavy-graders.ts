import type { HeavyKind } from '../model/question.ts';
import { command } from './command/kind.ts';
import { config } from './config/kind.ts';
import { json } from './json/kind.ts';
import type { QuestionGrader } from './question-kind.ts';

/** Graders that know Amazon ECS; the app loads this file when such a card comes near. A kind that is missing does not compile. */
export const heavyGraders: { readonly [K in HeavyKind]: QuestionGrader<K> } = { command, config, json };

import type { HeavyKind } from '../model/question.ts';
import { command } from './command.ts';
import { config } from './config.ts';
import { json } from './json.ts';
import type { QuestionGrader } from './question-kind.ts';

/** Graders that know Amazon ECS; the app loads this file when such a card comes near. A kind that is missing does not compile. */
export const heavyGraders: { readonly [K in HeavyKind]: QuestionGrader<K> } = { command, config, json };

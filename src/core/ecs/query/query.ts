import type { Standing } from '../verdicts/engine-finding.ts';

/** What an expression can ask an instance about. */
export type Subject =
  | 'agentConnected'
  | 'agentVersion'
  | 'ec2InstanceId'
  | 'registeredAt'
  | 'runningTasksCount'
  | 'task:group'
  | `attribute:${string}`;

/** One spelling of each operator; words such as `equals` mean the same. */
export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'exists' | 'not_exists' | 'in' | 'not_in' | '=~' | '!~';

/** `attribute:stack in [prod, dev]`; no value after `exists`, one after all but the lists. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly subject: Subject;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** An expression of the Cluster Query Language as it was grouped; `and` and `or` have two parts or more. */
export type Query =
  | Comparison
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] };

/** Why an expression, or a pattern in one, has no meaning that can be relied on. */
export interface QueryFinding {
  /** The rule's name in `SPEC.md`. */
  readonly code: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6' | 'Q7';
  readonly standing: Exclude<Standing, 'doubtful'>;
  /** Where, in UTF-16 units from 0. */
  readonly offset: number;
  /** What is the matter, in one sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** More would help nobody. */
export const mostQueryFindings = 50;

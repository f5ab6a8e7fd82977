import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { OptionId } from '../../model/id.ts';
import type { AnswerOption } from '../../model/question.ts';
import type { QuestionSource, SourceOption } from '../question-kind.ts';
import { numberAskedFor } from './number-asked-for.ts';
import { sameToSee } from './same-to-see.ts';

/** The options of a choice or multi with every complaint about the set of them. */
export interface OptionsRead {
  readonly options: readonly AnswerOption[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the task list; `wanted` is how many right options the kind itself asks for. */
export function readOptions(source: QuestionSource, wanted: 'one' | 'several'): OptionsRead {
  const listed = source.answer.form === 'options' ? source.answer.options : [];
  const diagnostics: Diagnostic[] = [];
  const right = listed.reduce((count, option) => count + (option.right ? 1 : 0), 0);
  if (right === 0) diagnostics.push(complain('E120', source.place, 'No option is marked right.'));
  else complainOfCount(source, wanted, right, diagnostics);
  if (listed.length < 2) {
    diagnostics.push(complain('E121', source.place, `A choice needs two options or more; here is ${listed.length}.`));
  }
  complainOfTwins(listed, diagnostics);
  return { options: listed.map(optionOf), diagnostics };
}

function optionOf({ id, text, right, rationale, belief, pinned }: SourceOption): AnswerOption {
  return { id: id as OptionId, text, right, rationale, belief, pinned };
}

function complainOfCount(source: QuestionSource, wanted: 'one' | 'several', right: number, found: Diagnostic[]): void {
  const asked = numberAskedFor(source.promptText);
  const are = right === 1 ? 'one option is' : `${right} options are`;
  if (asked !== null && asked.count !== right) {
    found.push(complain('E122', source.promptPlace, `The prompt says "${asked.words}" but ${are} marked right.`));
  } else if ((wanted === 'one') !== (right === 1)) {
    const kind = wanted === 'one' ? 'choice' : 'multi';
    found.push(complain('E122', source.place, `The kind is ${kind}, but ${are} marked right.`));
  }
}

function complainOfTwins(options: readonly SourceOption[], found: Diagnostic[]): void {
  for (let later = 1; later < options.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const twin = twinOf(options[earlier] as SourceOption, options[later] as SourceOption);
      if (twin !== null) found.push(twin);
    }
  }
}

function twinOf(earlier: SourceOption, later: SourceOption): Diagnostic | null {
  const sameId = earlier.id === later.id;
  if (sameToSee(earlier.text, later.text) || (sameId && !later.idIsWritten)) {
    return complain('E123', later.place, `This option has the same text as the one in line ${earlier.place.line}.`);
  }
  return sameId ? complain('E110', later.place, `The option id "${later.id}" is used twice in this question.`) : null;
}

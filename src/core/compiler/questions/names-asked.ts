import type { AcceptedAnswer, AnswerOption, Question, QuestionOf } from '../../model/question.ts';
import { askedText, codeIn, plainText, type RichText } from '../../model/rich-text.ts';

/** `valueFrom`, `CodeDeploy`, `ECS_CLUSTER`, `--count`: spellings that only the name of a thing has. */
const spelling = /--[a-z][\w-]+|\b[A-Z]+(?:_[A-Z0-9]+)+\b|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b(?:[A-Z][a-z0-9]+){2,}\b/g;
/** `ecs.amazonaws.com` */
const address = /^[a-z][\w-]+(?:\.[a-z][\w-]+){2,}$/;
const operation = /\b(?:aws|docker)(?: [a-z][\w-]*)*? ([a-z]+-[a-z-]+)(?: ([a-z]+-[a-z-]+))?/g;
const none: readonly string[] = [];

/**
 * The names of things that the right answer must hold and the prompt does not say: of options, fields, variables,
 * services. Empty where it is made of words or numbers.
 */
export function namesAsked(question: Question): readonly string[] {
  const names = namesOf(question);
  if (names.length === 0) return none;
  const { prompt, case: owner } = question;
  const told = `${askedText(prompt)} ${owner === null ? '' : plainText(owner.scenario)}`.toLowerCase();
  const asked = [...new Set(names)].filter((name) => !told.includes(name.toLowerCase()));
  return asked.length === 0 ? none : asked;
}

function namesOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
    case 'multi':
      return namesOfOptions(question.options);
    case 'recall':
      return namesInRich(question.back);
    case 'typed':
      return namesInAccepted(question.accepted);
    case 'typed-cloze':
      return question.answers.flatMap(namesInAccepted);
    case 'command':
      return question.accepted.flatMap((line) => [...namesIn(line), ...operationsIn(line)]);
    case 'config':
      return changedLines(question).flatMap(namesInSetting);
    case 'json':
      return changedFields(question);
    default:
      return none;
  }
}

/** Names that a wrong option holds as well do not decide. */
function namesOfOptions(options: readonly AnswerOption[]): readonly string[] {
  const names = options.flatMap(({ right, text }) => (right ? namesInRich(text) : none));
  if (names.length === 0) return none;
  const wrong = options.filter(({ right }) => !right).map(({ text }) => plainText(text));
  return names.filter((name) => wrong.every((text) => !text.includes(name)));
}

function namesInAccepted(accepted: readonly AcceptedAnswer[]): readonly string[] {
  const [first] = accepted;
  return first?.form === 'text' ? namesIn(first.text) : none;
}

function namesInRich(rich: RichText): readonly string[] {
  return [...namesIn(plainText(rich)), ...wordsOfCode(rich)];
}

/** In code one plain word is a name as well. */
function wordsOfCode(rich: RichText): readonly string[] {
  return codeIn(rich).filter((code) => isWord(code) || address.test(code));
}

function namesIn(text: string): readonly string[] {
  return text.match(spelling) ?? none;
}

function operationsIn(line: string): readonly string[] {
  return Array.from(line.matchAll(operation), ([, ...words]) => words.filter((word) => word !== undefined)).flat();
}

/** A variable, and a value that is a word. */
function namesInSetting(line: string): readonly string[] {
  const [variable = '', value = ''] = line.split('=', 2);
  return isWord(value) ? [variable, value] : [variable];
}

function isWord(code: string): boolean {
  return /^(?!true$|false$)[A-Za-z]{4,}$/.test(code);
}

/** Fields that the start does not have, or has with another value. */
function changedFields({ start, answer }: QuestionOf<'json'>): readonly string[] {
  const before = start.replace(/\s/g, '');
  const pairs = answer.replace(/\s/g, '').matchAll(/"(\w+)":[^,{}[\]]*/g);
  return Array.from(pairs, ([pair, field = '']) => (before.includes(pair) ? none : field)).flat();
}

function changedLines({ start, answer }: { readonly start: string; readonly answer: string }): readonly string[] {
  const before = new Set(start.split('\n').map((line) => line.trim()));
  return answer.split('\n').filter((line) => line.trim() !== '' && !before.has(line.trim()));
}

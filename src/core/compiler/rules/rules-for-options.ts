import { plainText, type RichText } from '../../model/rich-text.ts';
import type { SourceOption } from '../../questions/question-kind.ts';
import { type Compilation, report } from '../compilation.ts';
import { suggestName } from '../suggest-name.ts';

/** W201 rationales, W202 the longest option, W203 "all of the above", W212 letters, W213 beliefs. */
export function warnOfOptions(
  compilation: Compilation,
  options: readonly SourceOption[],
  beliefs: ReadonlySet<string> | null,
): void {
  warnOfLength(compilation, options);
  for (const option of options) {
    if (option.rationale.length === 0) report(compilation, 'W201', option.place, 'The option has no rationale.');
    if (!option.pinned && ofTheAbove.test(option.source)) {
      report(compilation, 'W203', option.place, `"${option.source.slice(0, 40)}" speaks of options by their place.`);
    }
    warnOfAttributes(compilation, option);
    if (byLetter.test(option.rationaleSource)) {
      report(compilation, 'W212', option.place, 'The rationale names an option by its letter.');
    }
    const { belief } = option;
    if (belief !== null && beliefs !== null && !beliefs.has(belief) && !compilation.refused.has(belief)) {
      report(
        compilation,
        'W213',
        option.place,
        `The belief "${belief}" is not declared.`,
        suggestName(belief, [...beliefs]),
      );
    }
  }
}

/** "All of the above", and "all of these" where that is all that the option says. */
export const ofTheAbove =
  /\b(?:all|none|both|neither|any|either) of (?:the )?(?:above|options above|other options|others)\b|^(?:all|none|both|neither|any|either) of (?:these|those|them|the (?:options|answers|choices))(?: (?:is|are|do|does|will|would|apply|applies|work|works|can|could)\b.{0,12})?[.!]?$/i;

/** W216: `{belief=x}` behind the rationale instead of behind the option. */
function warnOfAttributes(compilation: Compilation, { rationaleSource, rationalePlace }: SourceOption): void {
  const lines = rationaleSource.split('\n');
  const index = lines.findIndex((line) => attributeInText.test(line));
  if (index < 0) return;
  const [found = ''] = attributeInText.exec(lines[index] ?? '') ?? [];
  const place = { ...rationalePlace, line: rationalePlace.line + index };
  report(compilation, 'W216', place, `${found.trim().slice(0, 60)} stands in the rationale.`);
}

const attributeInText = /(?:^|\s)\{(?:#[a-z0-9-]+|(?:belief|pin)=)[^{}`]*\}/;
export const byLetter = /\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? \(?[A-H]\b(?!['’])/;
const longestRatio = 1.5;

function warnOfLength(compilation: Compilation, options: readonly SourceOption[]): void {
  const lengths = options.map(({ text }) => lengthOf(text));
  const median = medianOf(lengths);
  options.forEach((option, index) => {
    const length = lengths[index] ?? 0;
    if (!option.right || length <= longestRatio * median) return;
    report(compilation, 'W202', option.place, `The right option has ${length} characters; the median is ${median}.`);
  });
}

function lengthOf(rich: RichText): number {
  const [only] = rich;
  return rich.length === 1 && typeof only === 'string' ? only.length : plainText(rich).length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

import { type Compilation, report } from '../compilation.ts';
import type { ReasonCount } from '../questions/count-reasons.ts';
import type { FileDigest } from '../questions/file-digest.ts';

/** Standard errors between two shares; chance alone does it once in 370 packs. */
const leastApart = 3;

/** W227: right options give a reason far more often than wrong ones, or far less. */
export function warnOfReasons(compilation: Compilation, files: readonly FileDigest[]): void {
  const last = files.findLast(({ reasons }) => reasons.last !== null)?.reasons.last ?? null;
  if (last === null) return;
  const right = sumOf(files.map(({ reasons }) => reasons.right));
  const wrong = sumOf(files.map(({ reasons }) => reasons.wrong));
  if (right.of === 0 || wrong.of === 0 || errorsApart(right, wrong) < leastApart) return;
  const counts = `${right.withReason} of ${right.of} right options and ${wrong.withReason} of ${wrong.of} wrong ones`;
  report(compilation, 'W227', last, `In this pack ${counts} say why ("so that", "because", "since").`);
}

function sumOf(counts: readonly ReasonCount[]): ReasonCount {
  const sum = { of: 0, withReason: 0 };
  for (const { of, withReason } of counts) {
    sum.of += of;
    sum.withReason += withReason;
  }
  return sum;
}

/** The difference of two shares in standard errors of the common share. */
function errorsApart(a: ReasonCount, b: ReasonCount): number {
  const share = (a.withReason + b.withReason) / (a.of + b.of);
  const error = Math.sqrt(share * (1 - share) * (1 / a.of + 1 / b.of));
  return error === 0 ? 0 : Math.abs(a.withReason / a.of - b.withReason / b.of) / error;
}

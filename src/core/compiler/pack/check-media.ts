import type { Place } from '../../model/diagnostic-codes.ts';
import type { PackFile } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { svgProblem } from './svg-problem.ts';
import { svgTextProblem } from './svg-text.ts';

/** Complains about images that are not there, and about SVG files that are more than a picture. */
export function checkMedia(compilation: Compilation, media: readonly PackFile[]): void {
  const paths = new Set(media.map(({ path }) => path));
  for (const { place, path } of compilation.images) {
    if (!paths.has(path))
      report(compilation, 'E131', place, `There is no file ${path} in the pack.`, 'Add the file, or correct the path.');
  }
  for (const file of media) checkFile(compilation, file);
}

function checkFile(compilation: Compilation, file: PackFile): void {
  const { path } = file;
  const place = { file: path, line: 1, column: 1 };
  compilation.at = place;
  if (!/\.(?:png|webp|svg)$/.test(path)) {
    report(compilation, 'E131', place, 'Files of this type do not belong in media/.', 'Use png, webp or svg.');
  } else if (path.endsWith('.svg')) {
    const { content } = file;
    checkSvg(compilation, place, typeof content === 'string' ? content : null);
  } else if (!isPicture(path, file.content)) {
    report(compilation, 'W220', place, `This file is not a ${path.slice(path.lastIndexOf('.') + 1)} picture.`);
  }
}

/** Whether a file begins as its name says: with the signature of PNG, or as a RIFF container of WebP. */
function isPicture(path: string, content: PackFile['content']): boolean {
  if (typeof content === 'string') return false;
  const starts = (at: number, ...bytes: readonly number[]) =>
    bytes.every((byte, index) => content[at + index] === byte);
  if (path.endsWith('.png')) return starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50);
}

function checkSvg(compilation: Compilation, place: Place, content: string | null): void {
  const misread = content === null ? 'This svg file is not UTF-8 text.' : svgTextProblem(content);
  if (misread !== null || content === null) {
    report(
      compilation,
      'E140',
      place,
      misread ?? '',
      'Save the picture as UTF-8, and delete an encoding="…" from its first line.',
    );
    return;
  }
  const problem = svgProblem(content);
  if (problem !== null)
    report(compilation, 'E140', place, problem, 'Export the picture as plain svg: shapes, text and colours only.');
}

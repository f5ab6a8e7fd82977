import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/core/text/seeded-random.ts';

const questionsInFile = 100;
const words = `task service cluster instance container port image role agent network memory policy target group queue
  subnet volume deploy health check region account capacity provider revision registry secret scheduler metric alarm
  endpoint balancer listener placement daemon replica sidecar snapshot limit quota driver header token cache build
  stage branch commit bucket stream shard key table index backup lease signal probe timeout retry gateway`.split(/\s+/);

/**
 * Writes a pack with so many questions of all kinds, about 390 bytes each, 100 to a file, with code, emphasis, links
 * and lists in the proportions of the shipped pack. The same count always gives the same files.
 */
export function generatePack(folder: string, count: number): void {
  mkdirSync(join(folder, 'notes'), { recursive: true });
  mkdirSync(join(folder, 'questions'), { recursive: true });
  writeFileSync(join(folder, 'pack.yaml'), 'format: 1\nid: bench\ntitle: Generated\n');
  writeFileSync(join(folder, 'notes/basics.md'), '---\ntitle: Basics\n---\n\n## Ports {#ports}\n\nSome text.\n');
  for (let file = 0; file < count / questionsInFile; file++) {
    const draw = seededRandom(file + 1);
    const length = Math.min(questionsInFile, count - file * questionsInFile);
    const questions = Array.from({ length }, (_, index) => question(file * questionsInFile + index, draw));
    const head =
      '---\nnote: basics#ports\ntags: [one, two]\nsource: https://example.com/page\nverified: 2026-11-22\n---\n\n';
    writeFileSync(join(folder, `questions/${String(file).padStart(4, '0')}.md`), head + questions.join('\n'));
  }
}

type Draw = (below: number) => number;

function question(index: number, draw: Draw): string {
  const head = `## ${phrase(draw, 4)} {#q-${index}}\n\n`;
  const kind = index % 20;
  if (kind < 11) return head + choice(draw, 1);
  if (kind < 13) return head + choice(draw, 2);
  if (kind < 16)
    return `${head}${phrase(draw, 7)} takes {{${phrase(draw, 2)}}} and ${phrase(draw, 6)} needs {{${phrase(draw, 1)}::a ${word(draw)}}}.\n\n---\n\n${prose(draw, 26)}\n`;
  if (kind < 18)
    return `${head}${prose(draw, 16)}\n\n---\n\n${prose(draw, 14)}\n\n- ${phrase(draw, 5)}\n- ${phrase(draw, 5)}\n\n${prose(draw, 10)}\n`;
  return `${head}${prose(draw, 20)}\n\n\`\`\`answer\n${phrase(draw, 2)}\n~ ${phrase(draw, 2)}\nwrong: nothing of the kind ${index}\n\`\`\`\n\n${prose(draw, 18)}\n`;
}

function choice(draw: Draw, right: number): string {
  const options = Array.from({ length: 3 }, (_, index) => {
    const mark = index < right ? 'x' : ' ';
    return `- [${mark}] ${phrase(draw, 4)}\n  > ${prose(draw, 6)}\n`;
  });
  return `${prose(draw, 14)}\n\n${options.join('')}\n${prose(draw, 5)}\n`;
}

function word(draw: Draw): string {
  return words[draw(words.length)] ?? '';
}

function phrase(draw: Draw, length: number): string {
  return Array.from({ length }, () => word(draw)).join(' ');
}

/** A sentence in which one in three has code, one in ten emphasis and one in fifty a link. */
function prose(draw: Draw, length: number): string {
  const sentence = Array.from({ length }, () => word(draw));
  const at = draw(length);
  if (draw(3) === 0) sentence[at] = `\`${sentence[at]}Port\``;
  else if (draw(7) === 0) sentence[at] = `**${sentence[at]}**`;
  else if (draw(30) === 0) sentence[at] = `[${sentence[at]}](https://example.com/${draw(1000)})`;
  return `The ${sentence.join(' ')}.`;
}

import type { Diagnostic } from '../model/diagnostic.ts';
import { complain } from '../model/diagnostic-codes.ts';
import type { QuestionSource, SourceBlock } from './question-kind.ts';
import type { BlockRole } from './raw-answer.ts';

/** Which fenced blocks a kind has: ```` ```ini start ````. */
export interface BlockRule {
  readonly role: BlockRole;
  readonly language: string;
  readonly need: 'one' | 'at most one';
}

/** The blocks of an answer by their roles, with a complaint for each that is missing, too many or of another language. */
export interface BlocksRead {
  readonly byRole: ReadonlyMap<BlockRole, SourceBlock>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readBlocks(source: QuestionSource, rules: readonly BlockRule[]): BlocksRead {
  const blocks = source.answer.form === 'blocks' ? source.answer.blocks : [];
  const byRole = new Map<BlockRole, SourceBlock>();
  const diagnostics: Diagnostic[] = [];
  for (const block of blocks) {
    const rule = rules.find(({ role }) => role === block.role);
    const problem = rule === undefined ? 'does not belong to this kind' : problemOf(block, rule, byRole);
    if (problem !== null)
      diagnostics.push(complain('E103', block.place, `The block ${nameOf(block)} ${problem}.`, fixOf(rules)));
    else byRole.set(block.role, block);
  }
  for (const rule of rules) {
    if (rule.need !== 'one' || blocks.some(({ role }) => role === rule.role)) continue;
    diagnostics.push(complain('E103', source.place, `The block ${nameOf(rule)} is missing.`, fixOf(rules)));
  }
  return { byRole, diagnostics };
}

function problemOf(block: SourceBlock, rule: BlockRule, before: ReadonlyMap<BlockRole, SourceBlock>): string | null {
  const first = before.get(block.role);
  if (first !== undefined) return `stands already in line ${first.place.line}`;
  return block.language === rule.language ? null : `is not in ${rule.language}`;
}

function nameOf({ language, role }: { readonly language: string; readonly role: string }): string {
  return `\`\`\`${language} ${role}`.replace('``` ', '```');
}

function fixOf(rules: readonly BlockRule[]): string {
  const names = rules.map((rule) => (rule.need === 'one' ? nameOf(rule) : `${nameOf(rule)} if wished`));
  return `This kind has the blocks ${names.join(', ')}, one of each.`;
}

/** The text of a block; empty for one that is missing. */
export function textOfBlock(block: SourceBlock | undefined): string {
  return block?.lines.map(({ text }) => text).join('\n') ?? '';
}

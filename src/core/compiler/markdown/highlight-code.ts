import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { RichNode } from '../../model/rich-text.ts';

/** Colours code of a known language; the same code is coloured once. */
export type Highlighter = (language: CodeLanguage, code: string) => readonly RichNode[];
export type CodeLanguage = 'sh' | 'ini' | 'json' | 'yaml' | 'dockerfile' | 'text';

const grammars = { sh: bash, ini, json, yaml, dockerfile };
const lowlight = createLowlight(grammars);

const languageNames: ReadonlyMap<string, CodeLanguage> = new Map([
  ...(['sh', 'ini', 'json', 'yaml', 'dockerfile', 'text'] as const).map((name) => [name, name] as const),
  ...['bash', 'shell', 'console'].map((name) => [name, 'sh'] as const),
  ['yml', 'yaml'],
  ['config', 'ini'],
  ['docker', 'dockerfile'],
  ['plain', 'text'],
  ['txt', 'text'],
]);

/** The language that a code fence names, from the compiler's list; null for any other word. */
export function languageOf(info: string): CodeLanguage | null {
  return languageNames.get(info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '') ?? null;
}

export function createHighlighter(): Highlighter {
  const known = new Map<string, readonly RichNode[]>();
  return (language, code) => {
    if (language === 'text' || isTooDense(code)) return [code];
    const key = `${language}\n${code}`;
    const coloured = known.get(key) ?? compact(language === 'ini' ? colourLines(code) : colour(language, code));
    known.set(key, coloured);
    return coloured;
  };
}

const longestLine = 1_000;
const longestWord = 200;

/**
 * Whether code has lines or words of a length that nobody reads. The grammars look back over a whole word at each of
 * its letters, which takes seconds for a word of a few thousand; such code stays without colours.
 */
function isTooDense(code: string): boolean {
  let line = 0;
  let word = 0;
  for (let index = 0; index < code.length; index++) {
    const unit = code.charCodeAt(index);
    line = unit === 10 ? 0 : line + 1;
    word = unit === 10 || unit === 32 || unit === 9 ? 0 : word + 1;
    if (line > longestLine || word > longestWord) return true;
  }
  return false;
}

/** The part of hast that a highlighter makes. */
interface HastNode {
  readonly type: string;
  readonly value?: string;
  readonly properties?: { readonly className?: readonly string[] };
  readonly children?: readonly HastNode[];
}

function colour(language: Exclude<CodeLanguage, 'text'>, code: string): readonly HastNode[] {
  return lowlight.highlight(language, code).children as readonly HastNode[];
}

/**
 * A file of settings line by line: nothing in it goes on in the next line, and its grammar looks for the end of a
 * dotted key through all lines that follow.
 */
function colourLines(code: string): readonly HastNode[] {
  const nodes: HastNode[] = [];
  for (const [index, line] of code.split('\n').entries()) {
    for (const node of index === 0 ? colour('ini', line) : [newLine, ...colour('ini', line)]) {
      const last = nodes.at(-1);
      if (node.type !== 'text' || last?.type !== 'text') nodes.push(node);
      else nodes[nodes.length - 1] = { type: 'text', value: `${last.value ?? ''}${node.value ?? ''}` };
    }
  }
  return nodes;
}

const newLine: HastNode = { type: 'text', value: '\n' };

/** Colours inside colours inside colours: deeper ones are left to the colour around them. */
const deepest = 8;

function compact(nodes: readonly HastNode[], depth = 0): readonly RichNode[] {
  return nodes.map((node): RichNode => {
    if (node.type === 'text') return node.value ?? '';
    const [name = ''] = node.properties?.className ?? [];
    const children = node.children ?? [];
    const inside = depth + 1 < deepest ? compact(children, depth + 1) : [textOf(children)];
    return ['span', { hl: name.replace('hljs-', 'hl-') }, ...inside];
  });
}

/** Walks without calling itself: a grammar nests as deep as the code does. */
function textOf(nodes: readonly HastNode[]): string {
  const waiting = nodes.toReversed();
  let text = '';
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    text += node.value ?? '';
    for (const child of node.children?.toReversed() ?? []) waiting.push(child);
  }
  return text;
}

import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { RichNode } from '../model/rich-text.ts';

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
    if (language === 'text') return [code];
    const key = `${language}\n${code}`;
    const coloured = known.get(key) ?? compact(lowlight.highlight(language, code).children as readonly HastNode[]);
    known.set(key, coloured);
    return coloured;
  };
}

/** The part of hast that a highlighter makes. */
interface HastNode {
  readonly type: string;
  readonly value?: string;
  readonly properties?: { readonly className?: readonly string[] };
  readonly children?: readonly HastNode[];
}

function compact(nodes: readonly HastNode[]): readonly RichNode[] {
  return nodes.map((node): RichNode => {
    if (node.type === 'text') return node.value ?? '';
    const [name = ''] = node.properties?.className ?? [];
    return ['span', { hl: name.replace('hljs-', 'hl-') }, ...compact(node.children ?? [])];
  });
}

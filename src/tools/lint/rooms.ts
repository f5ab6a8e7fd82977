/** A part of the source, and what it may know. */
export interface Room {
  /** Its folder, or one file that has rules of its own, below `src`. */
  readonly name: string;
  /** The rooms that it may import; every other is forbidden. */
  readonly imports: readonly string[];
  /** The packages that it may import; every other is forbidden. */
  readonly packages: readonly string[];
}

const core = inCore('model text ecs questions compiler scheduler deck study exam stats');
const screens = ['react', 'react-dom', 'wouter', 'zustand', 'virtual:sveska-packs'];
const written = ['react-markdown', 'remark-gfm', 'rehype-sanitize', 'hast'];

/** Who may import whom, and where each package lives. After a change: `npm run rooms`. */
export const rooms: readonly Room[] = [
  { name: 'core/model', imports: [], packages: ['@noble/hashes'] },
  { name: 'core/text', imports: [], packages: [] },
  { name: 'core/ecs', imports: inCore('model text'), packages: ['unbash', 'valibot'] },
  { name: 'core/questions', imports: inCore('model text ecs'), packages: [] },
  {
    name: 'core/compiler',
    imports: inCore('model text ecs questions'),
    packages: ['yaml', 'markdown-it', 'lowlight', 'highlight.js'],
  },
  { name: 'core/scheduler', imports: inCore('model'), packages: [] },
  { name: 'core/deck', imports: inCore('model'), packages: [] },
  { name: 'core/study', imports: inCore('model text questions scheduler deck'), packages: [] },
  { name: 'core/exam', imports: inCore('model text questions scheduler deck study'), packages: [] },
  { name: 'core/stats', imports: inCore('model scheduler'), packages: [] },
  { name: 'io', imports: inCore('model text deck scheduler'), packages: ['idb'] },
  { name: 'app', imports: core, packages: [...screens, ...written] },
  { name: 'app/main.tsx', imports: [...core, 'app', 'io'], packages: [...screens, ...written] },
  { name: 'app/record-worker.ts', imports: [...inCore('model scheduler'), 'app', 'io'], packages: [] },
  { name: 'tools', imports: core, packages: ['node:*', 'vite'] },
];

function inCore(names: string): readonly string[] {
  return names.split(' ').map((name) => `core/${name}`);
}

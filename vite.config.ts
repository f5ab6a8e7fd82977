import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { deckPlugin } from './src/tools/deck-plugin.ts';
import { ownOriginPlugin } from './src/tools/own-origin-plugin.ts';
import { pagesPlugin } from './src/tools/pages-plugin.ts';

/** The browser build of this package uses innerHTML, which the page's Trusted Types forbid. */
const namedEntities = 'decode-named-character-reference';
const entitiesWithoutHtml = join(dirname(createRequire(import.meta.url).resolve(namedEntities)), 'index.js');

/**
 * What a page begins with, and what comes while its first card is read, in one piece each: a file of its own for
 * whatever something else needs, too, would cost more than it saves. The service worker imports nothing.
 */
const pieces = [
  { name: 'start', tags: ['$initial' as const], test: (id: string) => !id.includes('/io/offline/'), priority: 2 },
  { name: 'later', test: /\/src\/app\/later\.ts$/, priority: 1 },
];

export default defineConfig({
  plugins: [ownOriginPlugin(), react(), deckPlugin(process.env.SVESKA_CONTENT), pagesPlugin()],
  resolve: { alias: { [namedEntities]: entitiesWithoutHtml } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: pieces } } },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/[name]-[hash].js' },
    },
  },
});

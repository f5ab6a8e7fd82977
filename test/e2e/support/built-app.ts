import { resolve } from 'node:path';

/** Where `build-app.ts` puts the app for the journeys; `SVESKA_BUILT_APP` names one that is built already. */
export const builtApp = resolve(process.env.SVESKA_BUILT_APP ?? 'node_modules/.cache/sveska-journeys');

import { command } from './command/kind.ts';
import { config } from './config/kind.ts';
import { json } from './json/kind.ts';
import { lab } from './lab/kind.ts';
import type { HeavyKinds } from './registry.ts';

/** Kinds whose graders know Amazon ECS; the app loads this file when such a card comes near. */
export const heavyKinds: HeavyKinds = { command, config, json, lab };

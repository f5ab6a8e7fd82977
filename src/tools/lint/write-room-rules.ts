import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { withRoomRules } from './room-rules.ts';
import { rooms } from './rooms.ts';

/** `npm run rooms`: writes the import rules of the rooms into biome.json. */
const path = 'biome.json';
writeFileSync(path, JSON.stringify(withRoomRules(JSON.parse(readFileSync(path, 'utf8')), rooms)));
execFileSync('npx', ['biome', 'format', '--write', path], { stdio: 'inherit' });

import type { Room } from './rooms.ts';

interface LintConfig {
  readonly overrides: readonly { readonly includes: readonly string[]; readonly linter?: unknown }[];
}

/** A configuration of Biome whose import rules are those of the rooms; everything else in it stays. */
export function withRoomRules<C extends LintConfig>(config: C, rooms: readonly Room[]): C {
  const others = config.overrides.filter((override) => !JSON.stringify(override).includes('"noRestrictedImports"'));
  return { ...config, overrides: [...others, ...rooms.map((room) => importRule(room, rooms))] };
}

/** The rooms, among these, that this one may not import. */
export function forbiddenRooms({ name, imports }: Room, rooms: readonly Room[]): readonly Room[] {
  return rooms.filter((other) => other.name !== name && !isFile(other) && !imports.includes(other.name));
}

function importRule(room: Room, rooms: readonly Room[]): LintConfig['overrides'][number] {
  const forbidden = forbiddenRooms(room, rooms).map(({ name }) => `**/${name.replace('core/', '')}/**`);
  const allowed = room.packages.flatMap((name) => [`!${name}`, `!${name}/**`]);
  const patterns = [
    { group: forbidden, message: `${room.name} imports ${room.imports.join(', ') || 'no other room'}.` },
    { group: ['**', '!./**', '!../**', ...allowed], message: 'That package lives in another room.' },
  ];
  const noRestrictedImports = { level: 'error', options: { patterns } };
  return { includes: includesOf(room, rooms), linter: { rules: { style: { noRestrictedImports } } } };
}

/** A file with rules of its own is taken out of the room around it. */
function includesOf(room: Room, rooms: readonly Room[]): readonly string[] {
  if (isFile(room)) return [`src/${room.name}`];
  const files = rooms.filter((other) => isFile(other) && other.name.startsWith(`${room.name}/`));
  return [`src/${room.name}/**`, ...files.map(({ name }) => `!src/${name}`)];
}

function isFile({ name }: Room): boolean {
  return name.includes('.');
}

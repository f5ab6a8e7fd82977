/**
 * A JSON list, object or member (`"hostPort": 0`) in one spelling, so that blanks and a comma behind it do not count;
 * null for any other text. `text` is short (`longestTyped`).
 */
export function jsonSpelling(text: string): string | null {
  const bare = text.trim().replace(/,$/, '');
  if (/^[[{]/.test(bare)) return spell(bare);
  return /^"[^"]*"\s*:/.test(bare) ? spell(`{${bare}}`) : null;
}

function spell(text: string): string | null {
  try {
    return JSON.stringify(inOrder(JSON.parse(text)));
  } catch {
    return null;
  }
}

/** Members by name. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  );
}

const strange = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufffd]/gu;
const usual = new Set(['\t', '\n', '\r', '\u200c', '\u200d']);

/**
 * Why an SVG file might say something else to a browser than to this compiler, or null. Browsers that are not told
 * otherwise take the encoding from the file itself, so it may name none and hold nothing but printable UTF-8: escape
 * bytes of ISO-2022-JP, the zeros of UTF-16 and the shifts of UTF-7 are what other encodings are made of.
 */
export function svgTextProblem(source: string): string | null {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const declaration = /^\s*<\?xml\b[^>]*>/.exec(text)?.[0];
  if (declaration !== undefined && /encoding/i.test(declaration)) return 'The svg file names an encoding.';
  for (const [character] of text.matchAll(strange)) {
    if (usual.has(character)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `The svg file holds the invisible or damaged character U+${code}.`;
  }
  return holdsUtf7(text) ? 'The svg file holds markup in the encoding UTF-7.' : null;
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether a stretch between `+` and `-`, read as UTF-7, gives a character that markup is made of. */
function holdsUtf7(text: string): boolean {
  for (const [, shifted = ''] of text.matchAll(/\+([A-Za-z0-9+/]{3,})/g)) {
    let bits = 0;
    let held = 0;
    for (const character of shifted) {
      held = ((held << 6) | base64.indexOf(character)) & 0x3fffff;
      bits += 6;
      if (bits < 16) continue;
      bits -= 16;
      if ('<>&"\''.includes(String.fromCharCode((held >> bits) & 0xffff))) return true;
    }
  }
  return false;
}

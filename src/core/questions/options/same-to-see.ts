import { plainText, type RichText } from '../../model/rich-text.ts';

/**
 * Whether two texts look the same to a learner: their words, however they are spaced, composed or marked up. Case
 * counts, for it does in names; raised and lowered digits count, for they are seen.
 */
export function sameToSee(a: RichText, b: RichText): boolean {
  return seenAs(a) === seenAs(b);
}

/** What the form below leaves as it is has none of this: most texts are plain words. */
const mayBeSeenOtherwise = /[^ -~]|^ | {2}| $|\.$/;

/** The form in which texts that look the same are equal. */
export function seenAs(rich: RichText): string {
  const plain = plainText(rich);
  if (!mayBeSeenOtherwise.test(plain)) return plain;
  const text = plain.replace(/[^\u00b2\u00b3\u00b9\u2070-\u209f]+/g, (part) => part.normalize('NFKC'));
  return text
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim()
    .replace(/(?<=\w)\.$/, '');
}

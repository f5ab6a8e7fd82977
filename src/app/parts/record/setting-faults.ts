import { settingRules } from '../../../core/model/settings.ts';

/** Which numbers a setting takes: whole ones between two bounds. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  /** In the plural: `minutes`. */
  readonly unit: string;
}

/** What is wrong with what was typed, and what comes nearest to it; null when nothing does. */
export interface Fault<Value> {
  readonly words: string;
  readonly nearest: Value | null;
}

/** Null when the text is a number that the setting takes. */
export function numberFault(text: string, { least, most, unit }: NumberBounds): Fault<number> | null {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) {
    return { words: `A number of ${unit} from ${least} to ${most} is needed.`, nearest: null };
  }
  if (number < least) return { words: `${least} ${unit} is the least.`, nearest: least };
  if (number > most) return { words: `${most} ${unit} is the most.`, nearest: most };
  if (!Number.isInteger(number)) return { words: `Only whole ${unit} are possible.`, nearest: Math.round(number) };
  return null;
}

/** Said of a date field that is filled in by half; its value is then empty. */
export const halfDate = 'The date is not complete.';

/** Null when the text is the date of today or of a later day, or nothing; `today` as `YYYY-MM-DD`. */
export function examDateFault(text: string, today: string): Fault<string> | null {
  if (text === '') return null;
  if (settingRules.examDate.read(text) === null) return { words: 'There is no such date.', nearest: null };
  return text < today ? { words: `${dateWords(text)} is past. Choose a day from today on.`, nearest: null } : null;
}

function dateWords(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

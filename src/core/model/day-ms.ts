/** Milliseconds of a day of 24 hours; a day of the calendar may be longer or shorter by an hour. */
export const dayMs = 24 * 60 * 60 * 1000;

/** When a card comes back, in words: after 0 days it is asked again in the session. */
export function intervalWords(days: number): string {
  if (days <= 0) return 'in this session';
  if (days === 1) return 'tomorrow';
  if (days < 21) return `in ${days} days`;
  if (days < 60) return `in ${Math.round(days / 7)} weeks`;
  if (days < 700) return `in ${Math.round(days / 30.4)} months`;
  return `in ${Math.round(days / 365.25)} years`;
}

/** Length of study: "6 min", "1 h 10 min". */
export function minutesWords(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}

/** "Next cards: in 4 days."; null when none are scheduled. */
export function nextCardsWords(days: number | null): string {
  if (days === null) return 'No cards are scheduled.';
  return `Next cards: ${days <= 0 ? 'later today' : days === 1 ? 'tomorrow morning' : intervalWords(days)}.`;
}

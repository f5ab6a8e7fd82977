/** Other cards between a forgotten card and its next showing, in a run as in the order of a set. */
export const spacing = 8;

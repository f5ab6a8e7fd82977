/** Other tabs of the same browser: tells them that entries were added. */
export interface Tabs {
  announce(): void;
  /** Returns what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

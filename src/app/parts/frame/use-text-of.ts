import { useState } from 'react';

/**
 * What stands in a field: what is typed, until the value is another one. No effect: that of a field which has just come
 * runs after the first key, and would undo it.
 */
export function useTextOf(value: string): [string, (text: string) => void] {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  return [text, setText];
}

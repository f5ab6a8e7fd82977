import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/io/storage/memory-store.ts';
import { withMarks } from '../../src/io/storage/record-places.ts';
import { memoryMarks, threeAnswers } from './support/record-places.ts';

it('marks how far a log reaches only after the stores have it: a mark must not be ahead', async () => {
  const marks = memoryMarks();
  const append = () => Promise.reject(new Error('The disk is full'));
  const full = withMarks({ ...createMemoryStore(), append }, marks);
  await expect(full.append(threeAnswers())).rejects.toThrow('The disk is full');
  expect(marks.keys()).toEqual([]);
  await withMarks(createMemoryStore(), marks).append(threeAnswers());
  expect(marks.get('hw:a')).toMatch(/^3 /);
});

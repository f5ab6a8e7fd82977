import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../src/tools/compile-folder.ts';
import { botsOf } from '../../src/tools/verbs/bots-of-pack.ts';
import { folder, freshPackFolder, replaceInQuestions, sveska, writeTemplate } from './run-sveska.ts';

freshPackFolder();

describe('sveska check --bots', () => {
  it('tells what each bot has right and its chance to pass', async () => {
    const { code, complaints } = await sveska('check', 'content/aws-ecs', '--bots');
    const [, intro, ...bots] = complaints.trimEnd().split('\n');
    expect([code, intro]).toEqual([
      0,
      'content/aws-ecs: with 36 of 50 right, an exam is passed by a bot that picks by',
    ]);
    for (const line of bots) expect(line).toMatch(/^ {2}[a-z ]{26} +\d+\.\d % right, \d\.\de-\d+ passed$/);
  });

  it('tells why no bot sits an exam', async () => {
    await writeTemplate();
    const deckOf = async () => botsOf(await compileFolder(folder));
    const { deck, ...rest } = await compileFolder(folder);
    const withoutExam = deck && { ...deck, pack: { ...deck.pack, exam: null } };
    expect(botsOf({ ...rest, deck: withoutExam })).toBe(`${folder}: the pack names no exam for bots to sit`);
    replaceInQuestions('{#recall-example}', '');
    expect(await deckOf()).toBe(`${folder}: bots sit the exam when there are no errors`);
  });
});

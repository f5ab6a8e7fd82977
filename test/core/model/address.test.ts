import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NoteAddress,
  noteKey,
  notePath,
  questionPath,
  readNoteKey,
  readNotePath,
  readQuestionPath,
  settleAddress,
} from '../../../src/core/model/address.ts';
import { idPattern } from '../../../src/core/model/id.ts';
import { noteId, packId, questionId } from '../ids.ts';

const runs = { numRuns: 500 };
const writtenId = fc.stringMatching(idPattern);
const sections = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }));
const addresses = fc
  .tuple(writtenId, writtenId, sections)
  .map(([pack, note, section]): NoteAddress => ({ pack: packId(pack), note: noteId(note), section }));

const ports = { pack: 'aws-ecs', note: 'ports', section: 'dynamic-ports' } as NoteAddress;

describe('the address of a note', () => {
  it('is a path that names pack, note and section', () =>
    expect(notePath(ports)).toBe('/notes/aws-ecs/ports#dynamic-ports'));

  it('comes back from its path', () =>
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readNotePath(notePath(address))).toEqual(address);
      }),
      runs,
    ));

  it('comes back from its key in the log', () =>
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readNoteKey(noteKey(address))).toEqual(address);
      }),
      runs,
    ));

  it('is a path that a browser leaves as it is', () =>
    fc.assert(
      fc.property(addresses, (address) => {
        const { pathname, search, hash } = new URL(notePath(address), 'https://host.example');
        expect(readNotePath(pathname + search + hash)).toEqual(address);
      }),
      runs,
    ));

  it('never throws, whatever is read or written', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        notePath({ ...ports, section: text });
        readNoteKey(text);
        readQuestionPath(`/q/${text}`);
        expect(() => readNotePath(`/notes/${text}`)).not.toThrow();
      }),
      runs,
    ));

  it.each(['/notes/aws-ecs/ports/', '/notes/aws-ecs/ports?from=mail', '/notes/aws-ecs/ports/?a=1#'])(
    'is read from %s, as hosts and mails change it',
    (path) => expect(readNotePath(path)).toEqual({ ...ports, section: null }),
  );

  it.each(['/notes/', '/notes/a/b/c', '/notes/Ports', '/notes/aws-ecs/..', '/notes/ports#%', '/q/aws-ecs/ports'])(
    'is not read from %s',
    (path) => expect(readNotePath(path)).toBeNull(),
  );
});

describe('an older address, which names no pack', () => {
  const packs = [
    { pack: { id: packId('first') }, notes: [{ id: noteId('roles') }, { id: noteId('ports') }] },
    { pack: { id: packId('second') }, notes: [{ id: noteId('ports') }, { id: noteId('tasks') }] },
  ];

  it('is read from a path and from a key', () => {
    const loose = { pack: null, note: 'ports', section: 'dynamic' };
    expect([readNotePath('/notes/ports#dynamic'), readNoteKey('ports#dynamic')]).toEqual([loose, loose]);
  });

  it.each([
    ['ports', 'first'],
    ['tasks', 'second'],
  ])('means the note %s of the first pack that has it, which is %s', (note, pack) => {
    const loose = readNoteKey(note);
    expect(loose && settleAddress(loose, packs)?.pack).toBe(pack);
  });

  it.each(['third/ports', 'first/tasks', 'tents'])('%s leads nowhere: no pack has that note', (key) => {
    const loose = readNoteKey(key);
    expect(loose && settleAddress(loose, packs)).toBeNull();
  });

  it('keeps the pack that is named, though an earlier one has the note, too', () =>
    expect(settleAddress({ ...ports, pack: packId('second') }, packs)?.pack).toBe('second'));
});

describe('the address of a question', () => {
  it('comes back from its path', () =>
    fc.assert(
      fc.property(writtenId, writtenId, (pack, question) => {
        const id = questionId(`${pack}/${question}`);
        expect(readQuestionPath(questionPath(id))).toBe(id);
      }),
      runs,
    ));

  it.each(['/q/aws-ecs', '/q/aws-ecs/a b', '/q/aws-ecs/one/2', '/notes/aws-ecs/ports'])('is not read from %s', (path) =>
    expect(readQuestionPath(path)).toBeNull(),
  );
});

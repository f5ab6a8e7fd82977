import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import { questionReaders } from '../../src/core/questions/reader-registry.ts';
import { formatPackFile } from '../../src/tools/format/format-pack-file.ts';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';
import { templatePack } from '../../src/tools/verbs/template-pack.ts';

const template = templatePack({ id: 'twin', title: 'T', author: 'A', language: 'en', licence: 'MIT' });
const broken = 'test/fixtures/packs/broken';

describe('the template of a new pack', () => {
  it('has one question of every kind, and a case', () => {
    const { value } = compilePack(template);
    const kinds = new Set(value?.questions.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(questionReaders).sort());
    expect(value?.questions.some((question) => question.case !== null)).toBe(true);
  });

  it('is written as fmt would write it', () => {
    const untidy = template.filter(({ path, content }) => formatPackFile(path, content) !== content);
    expect(untidy.map(({ path }) => path)).toEqual([]);
  });
});

describe('its broken twin', () => {
  it('gets the complaints that it is meant to get, and no others', async () => {
    const { files } = readPackFolder(broken);
    const { value, diagnostics } = compilePack(files);
    const found = diagnostics.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);
    expect(found).toEqual(JSON.parse(readFileSync(`${broken}/expected-diagnostics.json`, 'utf8')));
    expect(value).toBeNull();
  });
});

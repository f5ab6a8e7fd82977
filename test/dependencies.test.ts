import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const lock = readJson<{ readonly packages: Readonly<Record<string, LockedPackage>> }>('package-lock.json');
const project = readJson<{
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}>('package.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

const allowedLicences = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MPL-2.0',
  'PSF-2.0',
  'Unlicense',
]);

describe('the lock file', () => {
  it('holds packages', () => {
    expect(packages.length).toBeGreaterThan(100);
  });

  it('names only licences that allow free use', () => {
    const others = packages.filter(([, { license }]) => !isAllowed(license));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('has a hash for every package', () => {
    expect(pathsWhere(({ integrity }) => integrity === undefined)).toEqual([]);
  });

  it('fetches from no host but the registry that npm is set to', () => {
    const isForeign = ({ resolved }: LockedPackage) =>
      resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/');
    expect(pathsWhere(isForeign)).toEqual([]);
  });

  it('links nothing from outside the project', () => {
    expect(pathsWhere(({ link }) => link === true)).toEqual([]);
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    const versions = Object.entries({ ...project.dependencies, ...project.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('keeps the app to sixteen packages', () => {
    expect(Object.keys(project.dependencies).length).toBeLessThanOrEqual(16);
  });

  it('gives a reason for each package of the app in ARCHITECTURE.md', () => {
    const reasons = readFileSync('src/ARCHITECTURE.md', 'utf8');
    expect(Object.keys(project.dependencies).filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('runs no script of a package at installation', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });
});

describe('the licence check', () => {
  it.each(['GPL-3.0-only', 'SEE LICENSE IN LICENSE', 'MIT AND GPL-2.0', undefined])('refuses %s', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });

  it.each(['MIT', 'MIT OR Apache-2.0', '(GPL-2.0 OR MIT)'])('accepts %s', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });
});

/** Whether an SPDX expression of single licences joined by OR leaves one that is allowed. */
function isAllowed(licence: string | undefined): boolean {
  const choices = licence?.replace(/[()]/g, '').split(' OR ') ?? [];
  return choices.some((choice) => allowedLicences.has(choice));
}

function pathsWhere(isWrong: (locked: LockedPackage) => boolean): readonly string[] {
  return packages.filter(([, locked]) => isWrong(locked)).map(([path]) => path);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

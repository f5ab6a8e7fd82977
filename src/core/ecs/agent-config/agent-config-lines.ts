import { trimSpace } from './agent-value.ts';

/** A line of `ecs.config`, numbered from 1, trimmed as the reader trims it. */
export interface ConfigLine {
  readonly number: number;
  readonly text: string;
  readonly content: 'blank' | 'comment' | 'assignment' | 'other';
  /** What stands before the first `=`, spaces and all; empty when there is none. */
  readonly key: string;
  /** What stands after the first `=`, spaces and quotes and all. */
  readonly value: string;
}

/** Cuts a file into lines as ecs-init does. Source: AGENT:`ecs-init/docker/docker.go` `getEnvVars`. */
export function readConfigLines(text: string): readonly ConfigLine[] {
  return text.split('\n').map((line, index) => readConfigLine(trimSpace(line), index + 1));
}

function readConfigLine(text: string, number: number): ConfigLine {
  const equals = text.indexOf('=');
  const key = equals < 0 ? '' : text.slice(0, equals);
  const value = equals < 0 ? '' : text.slice(equals + 1);
  return { number, text, content: contentOf(text, equals), key, value };
}

function contentOf(text: string, equals: number): ConfigLine['content'] {
  if (text === '') return 'blank';
  if (text.startsWith('#')) return 'comment';
  return equals < 0 ? 'other' : 'assignment';
}

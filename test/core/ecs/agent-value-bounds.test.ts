import { describe, expect, test } from 'vitest';
import { checkAgentConfig } from '../../../src/core/ecs/agent-config/check-agent-config.ts';

const foundIn = (line: string) =>
  checkAgentConfig(`ECS_CLUSTER=prod\n${line}`).map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`);
const wordsOn = (line: string) => checkAgentConfig(`ECS_CLUSTER=prod\n${line}`).map(({ message }) => message);

describe('[C08] a time', () => {
  test.each(
    Object.entries({
      ECS_CONTAINER_START_TIMEOUT: ['44s', '44.9s', '1s', '500ms', '0s', '-1m', '0.5m'],
      ECS_CONTAINER_STOP_TIMEOUT: ['999ms', '1ms', '0s', '0', '-30s', '0.01m'],
      ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION: ['999ms', '0s', '-1m'],
      ECS_IMAGE_CLEANUP_INTERVAL: ['9m', '599s', '0s', '-1h'],
      ECS_IMAGE_MINIMUM_CLEANUP_AGE: ['0s', '-1h'],
    }),
  )('for %s that the agent does not take is an error', (name, times) => {
    expect(times.filter((time) => foundIn(`${name}=${time}`)[0] !== 'C08 error /2')).toEqual([]);
  });

  test.each(
    Object.entries({
      ECS_CONTAINER_START_TIMEOUT: ['45s', '0.75m', '1m', '2h'],
      ECS_CONTAINER_STOP_TIMEOUT: ['1s', '1000ms', '2m', '90s'],
      ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION: ['60s', '1m', '3h'],
      ECS_IMAGE_CLEANUP_INTERVAL: ['10m', '600s'],
      ECS_IMAGE_MINIMUM_CLEANUP_AGE: ['1s', '1h'],
    }),
  )('for %s within its bounds is right', (name, times) => {
    expect(times.flatMap((time) => foundIn(`${name}=${time}`))).toEqual([]);
  });

  test.each(['1s', '30s', '59s'])('of %s until the cleanup is passed over by old agents', (time) => {
    expect(foundIn(`ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION=${time}`)).toEqual(['C08 warning /2']);
  });

  test('that is too short is told what the agent takes instead', () => {
    expect(wordsOn('ECS_CONTAINER_START_TIMEOUT=10s')[0]).toContain('the agent takes 45 seconds instead');
    expect(wordsOn('ECS_CONTAINER_STOP_TIMEOUT=5ms')[0]).toContain('the agent takes 1 second instead');
    expect(wordsOn('ECS_CONTAINER_STOP_TIMEOUT=0s')[0]).toContain('the agent takes its own default instead');
    expect(wordsOn('ECS_IMAGE_CLEANUP_INTERVAL=5m')[0]).toContain('the agent takes its own default instead');
  });
});

describe('[C08] a log level', () => {
  test.each(['crit', 'WARN', 'Info', 'DEBUG', 'none'])('may be %s', (level) => {
    expect(foundIn(`ECS_LOGLEVEL=${level}`)).toEqual([]);
  });
  test.each(['warning', 'trace', 'critical', 'fatal', '3'])('cannot be %s', (level) => {
    expect(foundIn(`ECS_LOGLEVEL=${level}`)).toEqual(['C08 error /2']);
  });
});

import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePort } from '../../src/tools/choose-port.ts';

let other: Server;
let taken = 0;

beforeEach(async () => {
  other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const address = other.address();
  taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterEach(() => other.close());

describe('choosePort', () => {
  it('takes a free port where none is wanted', async () => {
    expect(await choosePort(undefined)).toEqual({ port: expect.any(Number) });
  });

  it('takes the wanted port when it is free', async () => {
    await new Promise((closed) => other.close(closed));
    expect(await choosePort(String(taken))).toEqual({ port: taken });
  });

  it('says that the wanted port is in use', async () => {
    const refusal = `Port ${taken} is in use. Name another one, or leave PORT out and take any free one.`;
    expect(await choosePort(String(taken))).toEqual({ refusal });
  });

  it.each(['http', '-1', '65536', '80.5', ' x'])('says that %s is no port', async (wanted) => {
    expect(await choosePort(wanted)).toEqual({ refusal: expect.stringMatching(/^PORT is ".*"\. A port is a whole/) });
  });
});

describe('npm start with a port that is in use', () => {
  it('ends with one plain line and builds nothing', () => {
    const tsx = resolve('node_modules/tsx/dist/cli.mjs');
    const env = { ...process.env, PORT: String(taken) };
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'src/tools/serve-command.ts'], {
      env,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^Port \d+ is in use\. [^\n]+\n$/)]);
  });
});

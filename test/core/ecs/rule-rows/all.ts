import { fargate } from './fargate.ts';
import { logging } from './logging.ts';
import { logsAndHosts } from './logs-and-hosts.ts';
import { modes } from './modes.ts';
import { names } from './names.ts';
import { networks } from './networks.ts';
import { platforms } from './platforms.ts';
import { portRows } from './ports.ts';
import type { RuleRow } from './row.ts';
import { secrets } from './secrets.ts';
import { shapes } from './shapes.ts';
import { sizes } from './sizes.ts';
import { spellings } from './spellings.ts';
import { storage } from './storage.ts';
import { waiting } from './waiting.ts';

/** Refusals and acceptances of every rule. */
export const ruleRows: readonly RuleRow[] = [
  ...shapes,
  ...names,
  ...modes,
  ...sizes,
  ...portRows,
  ...networks,
  ...fargate,
  ...logging,
  ...secrets,
  ...waiting,
  ...storage,
  ...platforms,
  ...logsAndHosts,
  ...spellings,
];

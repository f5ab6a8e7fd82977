import type { ProgramCall } from '../shell/program-call.ts';
import { readAwsCommand } from './aws-command.ts';
import { awsOperationOptions } from './command-table.ts';
import { dockerLikePrograms } from './docker-command.ts';

/** Programs that show or compute something and change nothing. */
const showing: ReadonlySet<string> = new Set(
  `awk base64 basename cat column cut date df dirname echo egrep file fold getent grep groups head hostname id
   jq less ls more nl nproc openssl printenv printf ps pwd readlink realpath sed seq sleep sort stat tac tail tr
   true type uname uniq uptime wc which whoami :`
    .trim()
    .split(/\s+/),
);

const dockerLooks =
  /^(?:images|ps|info|version|inspect|history|search|logs|--version|-v|(?:image|container|volume|network) (?:ls|list|inspect|history)|system (?:df|info)|buildx (?:ls|version))\b/;
const systemLooks = /^(?:daemon-reload|status|show|is-active|is-enabled|cat|list-units|list-unit-files)\b/;
const gitLooks = /^(?:rev-parse|describe|log|status|show|branch --show-current)\b/;
const awsLooks = /^(?:get|list|describe|batch-get|lookup|search|test|validate|head)-|^(?:wait|list|help)$/;

/** Whether a call only shows something: run beside an answer, it changes nothing of what the answer does. */
export function looksOnly(call: ProgramCall): boolean {
  const words = call.arguments.map(({ value }) => value);
  if (writes(call)) return false;
  const text = words.filter((word) => !word.startsWith('-') || /^(?:--version|-v)$/.test(word)).join(' ');
  if (dockerLikePrograms.has(call.program)) return dockerLooks.test(text);
  switch (call.program) {
    case 'aws':
      return looksAtAws(call);
    case 'systemctl':
      return systemLooks.test(text);
    case 'service':
      return / status$/.test(text);
    case 'git':
      return gitLooks.test(text);
    case 'journalctl':
      return words.every((word) => !/^--(?:vacuum|rotate|flush|sync|relinquish|update)/.test(word));
    case 'command':
      return words[0] === '-v' || words[0] === '-V';
    case 'curl':
      return words.every(
        (word) => !/^(?:-[A-Za-z]*[XdFTOouK]|--(?:request|data|form|upload|output|remote|user|config))/.test(word),
      );
    default:
      return showing.has(call.program);
  }
}

/** Whether a program that shows or computes is told to set, write or run something. */
export function writes({ program, arguments: given }: ProgramCall): boolean {
  const words = given.map(({ value }) => value);
  switch (program) {
    case 'hostname':
      return words.some((word) => !word.startsWith('-') || /^-\w*[Fb]|^--(?:file|boot)/.test(word));
    case 'date':
      return words.some((word) => !/^[-+]/.test(word) || /^-\w*s|^--s/.test(word));
    case 'sort':
      return words.some((word) => /^-\w*o|^--o/.test(word));
    case 'sed':
      return words.some((word) => /^(?:-[A-Za-z]*i|--in-place)/.test(word));
    case 'awk':
      return words.some((word) => /^-f|^--file|\bsystem\s*\(|[>|]/.test(word));
    default:
      return false;
  }
}

function looksAtAws(call: ProgramCall): boolean {
  if (call.arguments.some(({ value }) => value === '--version')) return true;
  const { service, operation } = readAwsCommand(call, awsOperationOptions);
  if (service === 'configure') return /^(?:get|list|list-profiles)$/.test(operation);
  if (service === 's3') return operation === 'ls';
  return service === 'help' || awsLooks.test(operation);
}

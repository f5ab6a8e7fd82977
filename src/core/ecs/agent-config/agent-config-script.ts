import { errorAt, type Finding, quote, warningAt } from '../verdicts/finding.ts';
import type { ConfigLine } from './agent-config-lines.ts';

const configFile = '/etc/ecs/ecs.config';
const commands =
  /^(?:\$ |# )?(?:sudo|echo|cat|printf|tee|sed|mkdir|touch|systemctl|service|yum|dnf|apt|apt-get|vi|vim|nano|cd|chmod|start|restart|stop|aws|docker|source)(?:\s|$)/;
const redirection = /(?:>>?|\btee(?: -a)?)\s*["']?([^\s"';|&]+)/;

/** C05: a line of a script stands in the file that the script should have written. Null for any other line. */
export function checkScriptLine(line: ConfigLine): Finding | null {
  const pointer = `/${line.number}`;
  if (line.text.startsWith('#!')) {
    const message = 'The first line of a script does nothing here: it belongs to the user data that writes the file.';
    return warningAt('C05', pointer, message, 'Leave the line out.');
  }
  if (line.content === 'comment' || line.content === 'blank') return null;
  const shell = commands.test(line.text) || /(?:^|\s)(?:>>?\s*\/|<<-?\s*['"]?\w)/.test(line.text);
  if (!shell && !/^(?:EOF|EOT|END)$/.test(line.text)) return null;
  const target = redirection.exec(line.text)?.[1];
  const wrongPath = target?.includes('ecs') === true && target !== configFile;
  const message = wrongPath
    ? `This is a command, not a line of the file, and it writes ${quote(target)}: the agent reads \`${configFile}\`.`
    : `This is a command, not a line of the file: ${quote(line.text)}.`;
  return errorAt('C05', pointer, message, 'Keep only what the command would write, as `KEY=value`.');
}

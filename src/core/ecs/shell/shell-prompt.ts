const folder = String.raw`(?:[~/][\w./~-]*|[\w.-]+)`;
const place = String.raw`\[?[\w.-]+@[\w.-]+(?::${folder}|[ \t]${folder})?\]?[ \t]?`;
const shell = String.raw`-?(?:sh|bash|zsh|dash|ksh)(?:-[\d.]+\w?)?[ \t]?`;
const mac = String.raw`[\w.-]+:${folder}[ \t][\w.-]+`;
const environment = String.raw`(?:\([\w.-]+\)[ \t]?)?`;

/** What stands before the sign can be nothing else, so the sign may be any. */
const namedPrompt = new RegExp(
  String.raw`^\s*${environment}(?:${place}|${shell}|${mac}|~[\w./-]*[ \t]?)[$%#][ \t]+(?!\s*\()`,
);
/** PowerShell, the command line of Windows, and a common theme of zsh. */
const arrowPrompt = new RegExp(
  String.raw`^\s*${environment}(?:(?:PS[ \t]?)?(?:[A-Za-z]:\\[^\n<>|]*)?>[ \t]*|➜[ \t]+${folder}(?:[ \t]+git:\([^\s()]*\))?(?:[ \t]+✗)?[ \t]+)(?!\s*\()`,
);
const barePrompt = new RegExp(String.raw`^\s*${environment}[$%][ \t]+(?!\s*\()`);
/** The prompt of root is also the sign of a comment, so a program must follow. */
const rootPrompt =
  /^\s*#[ \t]+(?=(?:aws|docker|podman|nerdctl|finch|sudo|eval|echo|printf|cat|tee|sh|bash|curl|systemctl|service|export|declare|set|env) |\w+=|\$\(|`)/;

/**
 * Pasted prompts become as many spaces, so that positions stay. `$ (` is no prompt but a slip. Once a prompt was
 * pasted, later lines may have the same one, or `> ` where a command goes on.
 */
export function withoutPrompts(text: string): string {
  const prompt = promptOf(text);
  if (prompt === '') return text;
  const [first = '', ...later] = text.split('\n');
  return [blanked(first, prompt.length), ...later.map((line) => withoutPrompt(line, prompt))].join('\n');
}

function withoutPrompt(line: string, prompt: string): string {
  const own = prompt.trimStart();
  if (line.startsWith(own)) return blanked(line, own.length);
  return line.startsWith('> ') ? line.slice(2) : line;
}

function promptOf(text: string): string {
  const [prompt] = namedPrompt.exec(text) ?? arrowOf(text) ?? barePrompt.exec(text) ?? rootPrompt.exec(text) ?? [''];
  return prompt.includes('\n') ? '' : prompt;
}

/** `>` alone is a redirection. */
function arrowOf(text: string): RegExpExecArray | null {
  const found = arrowPrompt.exec(text);
  return found === null || found[0].trim() === '>' ? null : found;
}

function blanked(line: string, length: number): string {
  return ' '.repeat(length) + line.slice(length);
}

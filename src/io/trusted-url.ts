/** The paths of our own scripts; nothing else becomes a worker, whoever asks. */
const knownPaths = /^\/(?:[\w.-]+\/)*(?:workers\/[\w.-]+\.js|sw\.js)$/;

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | null = null;

/**
 * The address of one of our worker scripts in the form that the Trusted-Types policy `app-url` of the
 * page asks for. Throws for any other address.
 */
export function trustedScriptUrl(url: string): string {
  policy ??= createPolicy();
  return policy.createScriptURL(url);
}

function createPolicy(): ScriptUrlPolicy {
  const rules = { createScriptURL: checkedUrl };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  return factory ? factory.createPolicy('app-url', rules) : rules;
}

function checkedUrl(url: string): string {
  const address = new URL(url, location.href);
  const isKnown = import.meta.env.DEV || knownPaths.test(address.pathname);
  if (address.origin !== location.origin || !isKnown) throw new Error(`Inconsistent: not a script of ours: ${url}`);
  return address.href;
}

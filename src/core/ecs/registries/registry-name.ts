/** Where images live, as `docker login` and image references name it. */
export type RegistryName =
  | {
      readonly type: 'private';
      /** 12 digits. */
      readonly account: string;
      readonly region: string;
      readonly host: string;
      /** What follows the host, without slashes at the ends; empty when nothing does. */
      readonly path: string;
    }
  | { readonly type: 'public'; readonly host: string; readonly path: string }
  /** `problem` says in the learner's words why this is no ECR registry. */
  | { readonly type: 'none'; readonly host: string; readonly problem: string };

export const publicRegistry = 'public.ecr.aws';
/** The same over IPv6. Source: Amazon ECR Public user guide, "Making requests to Amazon ECR Public registries". */
const publicRegistryOverIpv6 = 'ecr-public.aws.com';

/** Commercial, China, FIPS and dual-stack hosts: narrowed from the ECR credential helper's pattern (SPEC.md, L18). */
const privateHost = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** Reads a server as docker does: `https://`, a trailing slash and a path are put aside. */
export function readRegistryName(server: string): RegistryName {
  const plain = server.replace(/^https?:\/\//, '');
  const [host = '', ...rest] = plain.split('/');
  const path = rest.join('/').replace(/^\/+|\/+$/g, '');
  if (host === publicRegistry || host === publicRegistryOverIpv6) return { type: 'public', host, path };
  const [, account, region] = privateHost.exec(host) ?? [];
  if (account === undefined || region === undefined) return { type: 'none', host, problem: problemOf(host) };
  const mismatch = suffixProblem(host, region);
  return mismatch === null
    ? { type: 'private', account, region, host, path }
    : { type: 'none', host, problem: mismatch };
}

function suffixProblem(host: string, region: string): string | null {
  if (host.includes('.dkr-ecr') !== host.endsWith('.on.aws')) {
    return `${host} mixes two forms: dkr.ecr goes with amazonaws.com, dkr-ecr with on.aws.`;
  }
  if (host.endsWith('.on.aws') || region.startsWith('cn-') === host.endsWith('.cn')) return null;
  return region.startsWith('cn-')
    ? `Hosts of ${region} end in amazonaws.com.cn.`
    : `Only hosts in China end in amazonaws.com.cn.`;
}

function problemOf(host: string): string {
  const digits = /^(\d+)\.dkr[.-]/.exec(host)?.[1];
  if (digits !== undefined && digits.length !== 12) {
    return `An account ID has 12 digits; ${digits} has ${digits.length}.`;
  }
  if (/^dkr\./.test(host)) return 'The host begins with the account ID: ACCOUNT.dkr.ecr.REGION.amazonaws.com.';
  if (/^\d{12}\.ecr\./.test(host)) return 'The host lacks "dkr": ACCOUNT.dkr.ecr.REGION.amazonaws.com.';
  if (/^\d{12}\.dkr\.ecr\.amazonaws/.test(host))
    return 'The host lacks the Region: ACCOUNT.dkr.ecr.REGION.amazonaws.com.';
  return `${host} is not the host of an ECR registry: ACCOUNT.dkr.ecr.REGION.amazonaws.com.`;
}

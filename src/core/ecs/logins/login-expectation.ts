import { publicRegistry } from '../registries/registry-name.ts';

/** What a question about logging in to ECR asks for. */
export interface LoginExpectation {
  /** `v1` wants `get-login`, `v2` wants `get-login-password`; `either` takes both. Public registries know only the latter. */
  readonly cli: 'v1' | 'v2' | 'either';
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** The question says that a default Region is configured, and it is `region`. */
  readonly defaultRegion?: boolean;
  /** The repository that the question speaks of; docker drops it from the server's name. */
  readonly repository?: string;
  /** The registry is public.ecr.aws. */
  readonly public?: boolean;
  /** The profile that must ask for the token. */
  readonly profile?: LoginProfile | null;
  /** The account that `get-login` must name by `--registry-ids`. */
  readonly registry?: string | null;
  /** The registry belongs to another account than the credentials do. */
  readonly foreign?: boolean;
  /** Variables that are exported before the answer begins. */
  readonly variables?: ReadonlyMap<string, string>;
}

export interface LoginProfile {
  readonly name: string;
  /** It names the Region, and it is `region`. */
  readonly namesRegion: boolean;
}

/** The host that `docker login` should name. */
export function hostOf(expected: LoginExpectation): string {
  if (expected.public === true) return publicRegistry;
  const suffix = expected.region.startsWith('cn-') ? '.cn' : '';
  return `${expected.account}.dkr.ecr.${expected.region}.amazonaws.com${suffix}`;
}

/** ECR Public has one Region for its tokens. */
export function tokenRegionOf(expected: LoginExpectation): string {
  return expected.public === true ? 'us-east-1' : expected.region;
}

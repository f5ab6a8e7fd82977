/** An image as a task definition names it: `registry/repository:tag` or `registry/repository@digest`. */
export interface ImageReference {
  /** Null for Docker Hub. */
  readonly registry: string | null;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Cuts a reference where Docker cuts it; says nothing about whether its parts are well formed. */
export function readImageReference(image: string): ImageReference {
  const at = image.indexOf('@');
  const digest = at < 0 ? null : image.slice(at + 1);
  const named = at < 0 ? image : image.slice(0, at);
  const slash = named.indexOf('/');
  const first = slash < 0 ? '' : named.slice(0, slash);
  // Docker's rule: the first part is a host when it has a dot or a port, or is localhost.
  const registry = /[.:]/.test(first) || first === 'localhost' ? first : null;
  const path = registry === null ? named : named.slice(slash + 1);
  const colon = path.lastIndexOf(':');
  const tag = colon < 0 ? null : path.slice(colon + 1);
  return { registry, repository: colon < 0 ? path : path.slice(0, colon), tag, digest };
}

/** Whether a host was meant to be a private registry of ECR, well formed or not. */
export function looksLikeEcrRegistry(host: string): boolean {
  return /dkr[.-]?ecr|amazonaws\.com|\.on\.aws$/i.test(host);
}

/** Whether ECR takes this name of a repository: 2 to 256 characters, small letters, digits, `. _ -` between, `/`. */
export function isEcrRepository(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 256 &&
    name.split('/').every((part) => /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(part))
  );
}

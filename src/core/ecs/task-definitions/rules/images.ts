import {
  type ImageReference,
  isEcrRepository,
  looksLikeEcrRegistry,
  readImageReference,
} from '../../registries/image-reference.ts';
import { readRegistryName } from '../../registries/registry-name.ts';
import { errorAt, type Finding, pointTo, quote, warningAt } from '../../verdicts/finding.ts';
import { type TaskDefinition, textOf } from './task-definition.ts';

const longestImage = 255;

/** T36. A missing image is found by its shape. */
export function checkImages(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const image = textOf(container.fields, 'image');
    return image === null || image === '' ? [] : checkImage(image, pointTo(container.pointer, 'image'));
  });
}

function checkImage(image: string, pointer: string): readonly Finding[] {
  if (/^[a-z]+:\/\//i.test(image)) {
    return [
      errorAt(
        'T36',
        pointer,
        `An image has no ${quote(image.split('//', 1)[0] ?? '')} before it.`,
        'Begin with the registry or the repository.',
      ),
    ];
  }
  if (image.length > longestImage || !/^[A-Za-z0-9._/:#@-]+$/.test(image)) {
    const message = `${quote(image)} cannot be an image.`;
    return [errorAt('T36', pointer, message, 'Write `repository:tag` or `registry/repository:tag`, without spaces.')];
  }
  const reference = readImageReference(image);
  return [...checkRegistry(reference, pointer), ...checkTag(reference, pointer)];
}

const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${part}(?:/${part})*$`);
const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
const digestPattern = /^(?:sha256:[0-9a-f]{64}|(?!sha256:)[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,})$/;

/** T48: what Docker cannot read as an image. What T36 refuses is not looked at again. */
export function checkImageReferences(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const pointer = pointTo(container.pointer, 'image');
    const image = textOf(container.fields, 'image') ?? '';
    if (image === '' || checkImage(image, pointer).some(({ severity }) => severity === 'error')) return [];
    const problem = referenceProblem(readImageReference(image));
    if (problem === null) return [];
    return [errorAt('T48', pointer, `Docker cannot read ${quote(image)}: ${problem}.`, 'Write `repository:tag`.')];
  });
}

function referenceProblem({ registry, repository, tag, digest }: ImageReference): string | null {
  if (registry !== null && !hostPattern.test(registry)) return 'its first part is no host';
  // Capitals make a host of the first part, too.
  const path = registry === null ? repository.replace(/^[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*\//, '') : repository;
  if (/[A-Z]/.test(path)) return 'a repository has small letters only';
  if (repository.includes(':')) return 'it has two tags';
  if (!repositoryPattern.test(path)) return 'its name is not small letters and digits with marks between them';
  if (tag !== null && !/^\w[\w.-]{0,127}$/.test(tag)) return 'its tag is empty, or begins with a mark';
  return digest === null || digestPattern.test(digest) ? null : 'its digest is not `sha256:` and 64 digits';
}

function checkRegistry(reference: ImageReference, pointer: string): readonly Finding[] {
  if (reference.registry === null || !looksLikeEcrRegistry(reference.registry)) return [];
  const registry = readRegistryName(reference.registry);
  if (registry.type === 'none') {
    return [
      errorAt(
        'T36',
        pointer,
        registry.problem,
        'Write `ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG`, the account as 12 digits.',
      ),
    ];
  }
  if (isEcrRepository(reference.repository)) return [];
  const message = `ECR has no repository called ${quote(reference.repository)}.`;
  return [errorAt('T36', pointer, message, 'Use small letters, digits, `.`, `_`, `-` and `/` between them.')];
}

function checkTag(reference: ImageReference, pointer: string): readonly Finding[] {
  if (reference.digest !== null || (reference.tag !== null && reference.tag !== 'latest')) return [];
  const message =
    reference.tag === null
      ? 'Without a tag the image is `:latest`, whatever that is today.'
      : '`latest` is whatever was pushed last.';
  return [warningAt('T36', pointer, message, 'Name a version, so that you know what runs and can go back.')];
}

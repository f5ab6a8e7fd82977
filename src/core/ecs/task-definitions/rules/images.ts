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

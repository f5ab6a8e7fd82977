import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { listOf, objectsOf, type TaskDefinition, textOf } from './task-definition.ts';

const mostFiles = 10;

/** T35. */
export function checkEnvironmentFiles(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const count = listOf(container.fields, 'environmentFiles').length;
    const findings = objectsOf(container.fields, 'environmentFiles', container.pointer).flatMap((file) => {
      return checkFile(textOf(file.fields, 'value'), pointTo(file.pointer, 'value'));
    });
    if (count <= mostFiles) return findings;
    const message = `A container reads up to ${mostFiles} environment files; here are ${count}.`;
    return [errorAt('T35', pointTo(container.pointer, 'environmentFiles'), message, 'Join some of them.'), ...findings];
  });
}

function checkFile(value: string | null, pointer: string): readonly Finding[] {
  if (value === null) return [];
  if (!value.endsWith('.env')) {
    return [
      errorAt(
        'T35',
        pointer,
        `The name of an environment file ends in \`.env\`, unlike ${quote(value)}.`,
        'Rename the file in S3.',
      ),
    ];
  }
  if (/^arn:aws[a-z-]*:s3:::[^/]+\/./.test(value)) return [];
  const message = `${quote(value)} is not the ARN of a file in S3.`;
  return [errorAt('T35', pointer, message, 'Write `arn:aws:s3:::BUCKET/FILE.env`.')];
}

import { errorAt, type Finding, pointTo, quote, warningAt } from '../../verdicts/finding.ts';
import { type Container, objectsOf, type PointedObject, type TaskDefinition, textOf } from './task-definition.ts';

const secretSource = /^arn:aws[a-z-]*:(?:secretsmanager|ssm):/;
const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|APIKEY|API_KEY|SECRET_KEY|ACCESS_KEY|ACCESS_KEY_ID|PRIVATE_KEY|CREDENTIALS?)$/i;
const secretValue =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]{0,30}PRIVATE KEY|^[a-z][a-z0-9+.-]{1,20}:\/\/[^/\s:@]{1,100}:[^/\s@]{1,100}@/;

/** T26. Missing fields are found by their shape. */
export function checkSecrets(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const secrets = objectsOf(container.fields, 'secrets', container.pointer);
    const plain = new Set(objectsOf(container.fields, 'environment', container.pointer).map(nameIn));
    return [...checkNames(secrets, plain), ...secrets.flatMap(checkSource), ...checkRepeated(container)];
  });
}

function checkNames(secrets: readonly PointedObject[], plain: ReadonlySet<string | null>): readonly Finding[] {
  const seen = new Set<string>();
  return secrets.flatMap((secret) => {
    const name = nameIn(secret);
    if (name === null) return [];
    const again = seen.has(name);
    seen.add(name);
    if (!again && !plain.has(name)) return [];
    const where = plain.has(name) ? 'in `environment` too' : 'in `secrets` twice';
    return [
      errorAt('T26', pointTo(secret.pointer, 'name'), `${quote(name)} stands ${where}.`, 'Keep it once, as a secret.'),
    ];
  });
}

function checkSource(secret: PointedObject): readonly Finding[] {
  const source = textOf(secret.fields, 'valueFrom');
  if (source === null) return [];
  const pointer = pointTo(secret.pointer, 'valueFrom');
  const fix =
    'Write the ARN of a secret (Secrets Manager) or of a parameter (SSM), or the name of a parameter in this Region.';
  if (source.trim() === '') return [errorAt('T26', pointer, '`valueFrom` is empty.', fix)];
  if (source.startsWith('arn:') && !secretSource.test(source)) {
    return [errorAt('T26', pointer, `${quote(source)} is neither a secret nor a parameter.`, fix)];
  }
  if (source.startsWith('arn:') || /^[A-Za-z0-9_./-]+$/.test(source)) return [];
  return [warningAt('T26', pointer, `${quote(source)} looks like the secret itself, not like its place.`, fix)];
}

function checkRepeated(container: Container): readonly Finding[] {
  const seen = new Set<string>();
  return objectsOf(container.fields, 'environment', container.pointer).flatMap((pair) => {
    const name = nameIn(pair);
    const again = name !== null && seen.has(name);
    if (name !== null) seen.add(name);
    return again
      ? [warningAt('T26', pair.pointer, `${quote(name)} stands in \`environment\` twice.`, 'Keep one.')]
      : [];
  });
}

/** T28. */
export function checkPlainCredentials(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    return objectsOf(container.fields, 'environment', container.pointer).flatMap((pair) => {
      const name = nameIn(pair) ?? '';
      const value = textOf(pair.fields, 'value') ?? '';
      const telling = secretName.test(name.replaceAll('-', '_')) && value !== '';
      if (!telling && !secretValue.test(value)) return [];
      const message = `${quote(name)} looks like a credential, and \`environment\` shows it to everyone who may read the task definition.`;
      return [
        warningAt(
          'T28',
          pair.pointer,
          message,
          'Keep it in Secrets Manager or Parameter Store and name it in `secrets`.',
        ),
      ];
    });
  });
}

function nameIn(pair: PointedObject): string | null {
  return textOf(pair.fields, 'name');
}

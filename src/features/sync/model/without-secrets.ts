import { isId } from '#shared/ids.ts';
import { secretIn } from '#shared/secrets.ts';

/**
 * What a phone told, without every text that gives away a password, a one-time code or the number of a paper: such an
 * operation is refused, and what is kept of it must not hold what was refused (R106).
 */
export function withoutSecrets(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (isSecret(value) ? [] : [[name, inside(value)]])),
  );
}

// Ids may look like long numbers.
const isSecret = (value: unknown) => typeof value === 'string' && !isId(value) && secretIn(value) !== null;

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isSecret(one)).map(inside);
  return typeof value === 'object' && value !== null ? withoutSecrets({ ...value }) : value;
}

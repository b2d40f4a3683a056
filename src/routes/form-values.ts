/** What a form got back when it could not be done, as far as a field needs it. */
interface Returned {
  values: Readonly<Record<string, unknown>>;
}

/**
 * Gives the value that a field shows: what was typed when the form came back with a problem, else what it stands at.
 * `typedOr(form?.problem)('name', team.name)`; a nested field by its path, 'residents.0.fullName'.
 */
export function typedOr(
  problem: Returned | null | undefined,
): (name: string, standing?: string | null) => string {
  return (name, standing = '') => {
    if (problem === null || problem === undefined) return standing ?? '';
    const value = valueAt(problem.values, name);
    return typeof value === 'string' ? value : '';
  };
}

/** The same for a field of many choices (`name[]`). */
export function typedListOr(
  problem: Returned | null | undefined,
): (name: string, standing?: readonly string[]) => readonly string[] {
  return (name, standing = []) => {
    if (problem === null || problem === undefined) return standing;
    const value = valueAt(problem.values, name.replace(/\[\]$/, ''));
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
}

function valueAt(values: unknown, path: string): unknown {
  let inner = values;
  for (const key of path.split('.')) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = Reflect.get(inner, key);
  }
  return inner;
}

/** What a form got back when it could not be done, as far as a field needs it. */
interface Returned {
  values: Readonly<Record<string, unknown>>;
}

/**
 * Gives the value that a field shows: what was typed when the form came back with a problem, else what it stands at.
 * `typedOr(form?.problem)('name', team.name)`.
 */
export function typedOr(
  problem: Returned | null | undefined,
): (name: string, standing?: string | null) => string {
  return (name, standing = '') => {
    const value = problem?.values[name];
    if (problem === null || problem === undefined) return standing ?? '';
    return typeof value === 'string' ? value : '';
  };
}

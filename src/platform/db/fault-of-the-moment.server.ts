/**
 * What the database could not do at this moment though nothing was wrong with it: two changes that waited for each other, a
 * server that is ending, starting or full, a connection that broke. The same may go through when it is tried again.
 */
export function isOfTheMoment(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(08|40|53|57P|58)|^55P03$|^E(CONN|PIPE|TIMEDOUT)/.test(code)) return true;
  return (
    code === '' &&
    error instanceof Error &&
    /connection (terminated|ended|error)|not queryable/i.test(error.message)
  );
}

/** Two changes met (a deadlock, a snapshot too old): one of them was sent away, and finds the way free at once. */
const isCollision = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^(40001|40P01)$/.test(String(error.code));

/** Runs a whole transaction again when it collided with another; what still collides the last time is thrown. */
export async function againWhenCollided<T>(transaction: () => Promise<T>, tries = 4): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await transaction();
    } catch (error) {
      if (left <= 1 || !isCollision(error)) throw error;
    }
  }
}

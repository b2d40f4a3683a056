/** So many are asked for at once: a slow phone needs a millisecond and a half for each, and then looks at the finger again. */
const atOnce = 16;

/**
 * Asks something of an open transaction for each of many, some at a time. The transaction stays one: it ends when the last was answered.
 * To be awaited together with its `done`, which tells of a failure too.
 */
export async function inSlices<Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce)
    await Promise.all(items.slice(start, start + atOnce).map(ask));
}

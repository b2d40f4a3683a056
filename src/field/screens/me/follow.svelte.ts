import type { Session } from '../../session/session.svelte.ts';

/** What `load` gives, read anew whenever something changes in the session; null before the first time. Call it while a component begins. */
export function follow<Value>(
  session: Session,
  load: () => Promise<Value>,
): { readonly value: Value | null } {
  let value = $state.raw<Value | null>(null);
  $effect(() => {
    void session.version;
    let isOver = false;
    const take = async () => {
      const loaded = await load();
      if (!isOver) value = loaded;
    };
    // Locked meanwhile: the door comes.
    take().catch(() => undefined);
    return () => {
      isOver = true;
    };
  });
  return {
    get value() {
      return value;
    },
  };
}

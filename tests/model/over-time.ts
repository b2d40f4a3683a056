import { sql } from 'kysely';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { announceRestore } from '#features/sync/epoch.server.ts';
import { features } from '#features/index.server.ts';
import { pruneGone } from '#features/sync/scopes.server.ts';
import { inCommune } from '../visit-world.ts';
import { commune } from '../world.ts';
import type { Carried, Model } from './model.ts';

/** Time goes on, the server is kept, copied and restored. */
type Event = (model: Model, carried: Carried, one: number, other: number) => Promise<void>;

const asProduct = <T>(model: Model, work: (ctx: WriteContext) => Promise<T>): Promise<T> =>
  inCommune(model.world, (tx) =>
    work(writeContext(tx, { actor: productActor(commune), now: model.world.now })),
  );

/** Minutes go by; at midnight the product does the day's work of what the phones see. */
export async function pass(model: Model, minutes: number): Promise<void> {
  const { world } = model;
  const before = dayOf(world.now);
  world.now = new Date(world.now.getTime() + minutes * 60_000);
  if (dayOf(world.now) !== before) await newDay(model);
}

/** The first thing after midnight: marks of the day, and what left long ago is forgotten. */
export async function newDay(model: Model): Promise<void> {
  const pieces = features
    .filter((feature) => feature.name === 'targets' || feature.name === 'sync')
    .flatMap((feature) => feature.daily ?? []);
  for (const piece of pieces) await asProduct(model, piece);
}

/** What left the hamlets is long ago now, and forgotten. */
const prune: Event = async (model) => {
  await asProduct(model, async (ctx) => {
    await sql`update sync_homes set changed_at = changed_at - interval '181 days' where gone`.execute(ctx.tx);
    await pruneGone(ctx);
  });
  model.prunes += 1;
};

const copy: Event = async (model) => {
  const { world } = model;
  model.copies.push({ back: await world.database.copy(), at: world.now });
};

/** The server burns, and goes on from one of its copies. */
const restore: Event = async (model, _carried, one) => {
  const chosen = model.copies.length === 0 ? -1 : one % model.copies.length;
  const found = model.copies[chosen];
  if (!found) return;
  await found.back();
  model.copies.splice(chosen + 1);
  model.restores += 1;
  model.revisions.clear();
  // A phone that has forgotten everything cannot bring back what this copy lacks.
  for (const saved of model.saved) if (saved.carried.isWiped) saved.isBeyondReach = true;
  if (dayOf(found.at) !== dayOf(model.world.now)) await newDay(model);
  await asProduct(model, announceRestore);
};

export const overTime = {
  minutes: (model, _carried, one, other) => pass(model, 1 + one * 40 + other),
  days: (model, _carried, one) => pass(model, (1 + (one % 3)) * 24 * 60),
  prune,
  copy,
  restore,
  server_version: async (model, _carried, one) => {
    model.versions.current = 2 + (one % 2);
  },
} as const satisfies Record<string, Event>;

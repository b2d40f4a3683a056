import type { Id } from '#shared/ids.ts';
import type { WriteContext } from './command.server.ts';

/** What a command tells: see EventTable for the meaning of each. */
export interface NewEvent {
  name: string;
  hamletId: Id | null;
  subject: string;
  subjectId: Id;
  data: Record<string, unknown>;
}

/** What a feature above does when something happened below, in the same transaction; it gets all events of one name at once. */
export type Reaction = (ctx: WriteContext, events: readonly NewEvent[]) => Promise<void>;

const reactions = new Map<string, Reaction[]>();

/** Called once at start from the features' manifests, in their order. `names` are event names. */
export function onEvents(names: readonly string[], reaction: Reaction): void {
  for (const name of names) {
    const list = reactions.get(name) ?? [];
    if (!list.includes(reaction)) reactions.set(name, [...list, reaction]);
  }
}

/** Writes event rows and runs the reactions to them. */
export async function writeEvents(ctx: WriteContext, events: readonly NewEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += 2000) {
    await ctx.tx
      .insertInto('events')
      .values(
        events.slice(start, start + 2000).map((event) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          name: event.name,
          hamlet_id: event.hamletId,
          subject: event.subject,
          subject_id: event.subjectId,
          actor_id: ctx.actor.accountId,
          happened_at: ctx.happenedAt,
          recorded_at: ctx.now,
          device_id: ctx.deviceId,
          request_id: ctx.requestId,
          data: JSON.stringify(event.data),
        })),
      )
      .execute();
  }
  const names = [...new Set(events.map((event) => event.name))];
  for (const name of names) {
    for (const reaction of reactions.get(name) ?? [])
      await reaction(
        ctx,
        events.filter((event) => event.name === name),
      );
  }
}

import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { fingerprint } from '../secrets.server.ts';
import { endSessions } from './keep.server.ts';

/** Signs the actor out everywhere but here (A9): a phone that was lost or lent. `keepToken` is the session that asked. */
export const endOtherSessions = defineCommand({
  name: 'account.end_other_sessions',
  input: z.object({ keepToken: z.string() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, input) => {
    await endSessions(ctx, ctx.actor.accountId, fingerprint(input.keepToken));
    await ctx.emit({
      name: 'account.sessions_ended',
      hamletId: null,
      subject: 'account',
      subjectId: ctx.actor.accountId,
      data: {},
    });
  },
});

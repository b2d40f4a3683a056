import { defineCommand } from '#platform/commands/command.server.ts';
import { lockVersion } from '#platform/commands/versions.server.ts';
import { OutreachCorrection } from '../model.ts';
import { canCorrectOutreach } from '../policy.ts';
import { getPlacedSession, householdsOf } from '../queries/placed-session.server.ts';
import * as words from '../words.ts';
import { saveSession } from './save-session.server.ts';

/**
 * Writes a session as it should have been, as a new version; the old one stays as history and counts no more. Its hamlet
 * stays. Tells 'outreach.corrected'. Throws `state.conflict` when somebody else replaced the version meanwhile.
 */
export const correctOutreach = defineCommand({
  name: 'outreach.correct',
  input: OutreachCorrection,
  load: (ctx, input) => getPlacedSession(ctx, input.sessionId),
  allow: (actor, session) => canCorrectOutreach(actor, session),
  async run(ctx, input, { row }) {
    const id = input.id ?? ctx.id();
    const version = { id: row.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'outreach_sessions', version)) === 'again') return { id };
    const named = await householdsOf(ctx, row.id);
    const session = { ...input, hamletId: row.hamlet_id };
    const saved = await saveSession(ctx, id, session, { id: row.id, heldOn: row.held_on });
    if (saved) {
      await ctx.emit({
        name: 'outreach.corrected',
        hamletId: row.hamlet_id,
        subject: 'outreach',
        subjectId: id,
        data: {
          householdIds: [...new Set([...saved.householdIds, ...named])],
          replaces: row.id,
          reason: input.reason,
          before: { on: row.held_on, form: row.form, reach: row.reach_kind, void: row.void },
          after: { on: saved.on, form: input.form, reach: input.reach, void: false },
        },
      });
    }
    return { id };
  },
});

import * as z from 'zod/mini';
import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import { day, id, optionalLine } from '#shared/fields.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { MemberChange, MemberEnd, MemberInput, TeamInput } from '../model.ts';
import { canKeepMembers, canKeepUnits, canSeeTeam } from '../policy.ts';
import { findLivingHamlet, findMember, findTeam } from '../queries.server.ts';
import * as words from '../words.ts';

/** Founds the team of a hamlet, or of the commune when no hamlet is given (R14, R15). One active team each; else `state.conflict`. */
export const foundTeam = defineCommand({
  name: 'team.found',
  input: TeamInput,
  load: async (ctx, input) =>
    input.hamletId === null ? null : visible(await findLivingHamlet(ctx, input.hamletId), () => true),
  allow: (actor) => canKeepUnits(actor),
  run: async (ctx, input) => {
    const active = await ctx.tx
      .selectFrom('teams')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('hamlet_id', input.hamletId === null ? 'is' : '=', input.hamletId)
      .where('ended_on', 'is', null)
      .executeTakeFirst();
    if (active)
      throw new Problem('state.conflict', {
        message: words.teamExists,
        fields: { hamletId: words.teamExists },
      });
    const teamId = ctx.id();
    await ctx.tx
      .insertInto('teams')
      .values({
        commune_id: ctx.communeId,
        id: teamId,
        level: input.hamletId === null ? 'commune' : 'hamlet',
        hamlet_id: input.hamletId,
        name: input.name,
        decision_number: input.decisionNumber,
        decision_on: input.decisionOn,
        started_on: input.startedOn,
        ended_on: null,
      })
      .execute();
    await ctx.emit({
      name: 'team.founded',
      hamletId: input.hamletId,
      subject: 'team',
      subjectId: teamId,
      data: { after: input },
    });
    return teamId;
  },
});

const loadTeam = async (ctx: ReadContext, teamId: Id) =>
  visible(await findTeam(ctx, teamId), (team) => canSeeTeam(ctx.actor, team));

/** Ends a team: its members' terms end with it, and so do their rights (R104). */
export const endTeam = defineCommand({
  name: 'team.end',
  input: z.object({ teamId: id, endedOn: day, reason: optionalLine(200) }),
  load: (ctx, input) => loadTeam(ctx, input.teamId),
  allow: (actor) => canKeepUnits(actor),
  run: async (ctx, input, team) => {
    if (team.endedOn !== null) throw new Problem('state.conflict', { message: words.teamEnded });
    if (input.endedOn < team.startedOn)
      throw new Problem('input.invalid', { fields: { endedOn: words.endBeforeStart } });
    const ended = await ctx.tx
      .updateTable('team_members')
      .set({ ended_on: input.endedOn, end_reason: input.reason })
      .where('commune_id', '=', ctx.communeId)
      .where('team_id', '=', team.id)
      .where('ended_on', 'is', null)
      .returning('id')
      .execute();
    await ctx.tx
      .updateTable('teams')
      .set({ ended_on: input.endedOn })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', team.id)
      .execute();
    await ctx.emitAll(
      ended.map((member) => ({
        name: 'team_member.ended',
        hamletId: team.hamletId,
        subject: 'team_member',
        subjectId: member.id,
        data: { endedOn: input.endedOn, reason: input.reason },
      })),
    );
    await ctx.emit({
      name: 'team.ended',
      hamletId: team.hamletId,
      subject: 'team',
      subjectId: team.id,
      data: { endedOn: input.endedOn },
    });
  },
});

/** Takes somebody into a team (R15, R60, R67). One leader at a time; else `state.conflict`. */
export const addMember = defineCommand({
  name: 'team_member.add',
  input: MemberInput,
  load: (ctx, input) => loadTeam(ctx, input.teamId),
  allow: (actor, team) => canKeepMembers(actor, team),
  run: async (ctx, input, team) => {
    if (team.endedOn !== null) throw new Problem('state.conflict', { message: words.teamEnded });
    if (input.position === 'leader') await refuseSecondLeader(ctx, team.id, null);
    const memberId = ctx.id();
    await ctx.tx
      .insertInto('team_members')
      .values({
        commune_id: ctx.communeId,
        id: memberId,
        team_id: team.id,
        full_name: input.fullName,
        sort_key: nameSortKey(input.fullName),
        sex: input.sex,
        phone: input.phone,
        organisation: input.organisation,
        position: input.position,
        started_on: input.startedOn,
        ended_on: null,
        end_reason: null,
      })
      .execute();
    await ctx.emit({
      name: 'team_member.added',
      hamletId: team.hamletId,
      subject: 'team_member',
      subjectId: memberId,
      data: { after: input },
    });
    return memberId;
  },
});

const loadMember = async (ctx: ReadContext, memberId: Id) =>
  visible(await findMember(ctx, memberId), (member) => canSeeTeam(ctx.actor, member));

/** Corrects a member's name, phone, organisation or position. */
export const changeMember = defineCommand({
  name: 'team_member.change',
  input: MemberChange,
  load: (ctx, input) => loadMember(ctx, input.memberId),
  allow: (actor, member) => canKeepMembers(actor, member),
  run: async (ctx, input, member) => {
    if (member.endedOn !== null) throw new Problem('state.conflict', { message: words.memberEnded });
    if (input.position === 'leader') await refuseSecondLeader(ctx, member.teamId, member.id);
    await ctx.tx
      .updateTable('team_members')
      .set({
        full_name: input.fullName,
        sort_key: nameSortKey(input.fullName),
        phone: input.phone,
        organisation: input.organisation,
        position: input.position,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', member.id)
      .execute();
    const before = {
      fullName: member.fullName,
      phone: member.phone,
      organisation: member.organisation,
      position: member.position,
    };
    await ctx.emit({
      name: 'team_member.changed',
      hamletId: member.hamletId,
      subject: 'team_member',
      subjectId: member.id,
      data: { before, after: { ...input, memberId: undefined } },
    });
  },
});

/** Ends a member's term: the work stays, the rights go (R104, P20). */
export const endMember = defineCommand({
  name: 'team_member.end',
  input: MemberEnd,
  load: (ctx, input) => loadMember(ctx, input.memberId),
  allow: (actor, member) => canKeepMembers(actor, member),
  run: async (ctx, input, member) => {
    if (member.endedOn !== null) throw new Problem('state.conflict', { message: words.memberEnded });
    if (input.endedOn < member.startedOn)
      throw new Problem('input.invalid', { fields: { endedOn: words.endBeforeStart } });
    await ctx.tx
      .updateTable('team_members')
      .set({ ended_on: input.endedOn, end_reason: input.reason })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', member.id)
      .execute();
    await ctx.emit({
      name: 'team_member.ended',
      hamletId: member.hamletId,
      subject: 'team_member',
      subjectId: member.id,
      data: { endedOn: input.endedOn, reason: input.reason },
    });
  },
});

async function refuseSecondLeader(ctx: ReadContext, teamId: Id, except: Id | null): Promise<void> {
  const leader = await ctx.tx
    .selectFrom('team_members')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('team_id', '=', teamId)
    .where('position', '=', 'leader')
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (leader && leader.id !== except)
    throw new Problem('state.conflict', {
      message: words.leaderExists,
      fields: { position: words.leaderExists },
    });
}

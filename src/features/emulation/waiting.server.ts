import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import type { Day } from '#shared/calendar.ts';
import { fewNames } from '#shared/few-names.ts';
import type { Id } from '#shared/ids.ts';
import { canDecideCommendation, canKeepMovement, canOpenMovements, speaksFor } from './policy.ts';
import { waiting as words } from './words.ts';

/** Something that waits: of which movement, since when, and whose it is. */
interface Row {
  key: 'call' | 'ended' | 'commend';
  movementId: Id;
  /** Of the call; of the others the movement's again. */
  id: Id;
  name: string;
  since: Day;
  createdBy: Id;
  /** Who answers for a called unit. */
  accountId: Id | null;
  proposedBy: Id | null;
}

/**
 * What the actor has to do about movements (issue 5, line 8): for who keeps one the units that have not answered and the movements
 * whose days are over; for who answers for a unit its calls; for the leader proposals to commend.
 */
export async function emulationWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { actor } = ctx;
  if (!canOpenMovements(actor)) return [];
  const { rows } = await sql<Row>`
    select 'call' as key, m.id as "movementId", c.id, c.unit_name as name,
           (c.called_at at time zone 'Asia/Ho_Chi_Minh')::date::text as since, m.created_by as "createdBy",
           c.account_id as "accountId", null::uuid as "proposedBy"
      from emulation_calls as c
      join emulation_movements as m on m.commune_id = ${ctx.communeId} and m.id = c.movement_id and m.state = 'launched'
     where c.commune_id = ${ctx.communeId} and c.state = 'called'
    union all
    select 'ended', m.id, m.id, m.name, m.ends_on::text, m.created_by, null, null
      from emulation_movements as m
     where m.commune_id = ${ctx.communeId} and m.state = 'launched' and m.ends_on < ${ctx.today}
    union all
    select 'commend', m.id, m.id, m.name, (c.proposed_at at time zone 'Asia/Ho_Chi_Minh')::date::text, m.created_by, null,
           c.proposed_by
      from emulation_commendations as c
      join emulation_movements as m on m.commune_id = ${ctx.communeId} and m.id = c.movement_id
     where c.commune_id = ${ctx.communeId} and c.state = 'proposed'
     order by since, id`.execute(ctx.tx);
  const asked = rows.filter((row) => row.key === 'call' && speaksFor(actor, row.accountId));
  return [
    tile(
      'unanswered',
      'don-vi',
      rows.filter((row) => row.key === 'call' && canKeepMovement(actor, row) && !asked.includes(row)),
      'đơn vị',
    ),
    tile('asked', 'don-vi', asked, 'đơn vị'),
    tile(
      'ended',
      '',
      rows.filter((row) => row.key === 'ended' && canKeepMovement(actor, row)),
      'phong trào',
    ),
    tile(
      'commend',
      'khen-thuong',
      rows.filter(
        (row) =>
          row.key === 'commend' &&
          row.proposedBy !== null &&
          canDecideCommendation(actor, { proposedBy: row.proposedBy }),
      ),
      'phong trào',
    ),
  ];
}

function tile(key: keyof typeof words, page: string, of: readonly Row[], unit: string): Waiting {
  const [first] = of;
  const isOne = new Set(of.map(({ movementId }) => movementId)).size === 1;
  return {
    key: `emulation ${key}`,
    href: first && isOne ? ['/thi-dua', first.movementId, page].filter(Boolean).join('/') : '/thi-dua',
    count: of.length,
    text: words[key],
    detail: fewNames([...new Set(of.map(({ name }) => name))], unit),
    tone: 'warm',
    since: first?.since ?? null,
  };
}

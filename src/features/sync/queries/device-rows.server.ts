import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { phoneName } from '../model/phone-name.ts';
import { canRevokeDevice, canSeeAllDevices, canSeeDevice, hamletsKept } from '../policy.ts';

/** A hamlet in which the owner of a phone works, or worked. */
export interface DeviceHamlet {
  id: Id;
  name: string;
  isCurrent: boolean;
}

/** A phone as its owner, the hamlet's head and the office read of it. */
export interface ListedDevice {
  id: Id;
  accountId: Id;
  ownerName: string;
  hamlets: DeviceHamlet[];
  /** "Samsung, Chrome 120" */
  name: string;
  appVersion: string;
  enrolledAt: Date;
  /** When it last called. */
  seenAt: Date;
  /** What it last said it had not sent (phiếu), and since when. */
  unsent: number;
  oldestUnsentAt: Date | null;
  /** Lost with its store (phiếu), as the phone last noted. */
  vanished: number;
  /** Numbers below its last that never came (phiếu): perhaps lost (sync law 3). */
  missing: number;
  copiedAt: Date | null;
  revokedAt: Date | null;
  revokedByName: string | null;
  wipedAt: Date | null;
  /** Its owner may no longer sign in. */
  accountDisabled: boolean;
  mayRevoke: boolean;
}

/** Which phones: of one account, one phone, or all of a hamlet (null: of the commune). */
export type Wanted = { account: Id } | { device: Id } | { hamlet: Id | null };

interface Row {
  id: Id;
  account_id: Id;
  owner_name: string;
  disabled_at: Date | null;
  hamlets: DeviceHamlet[];
  label: string;
  app_version: string;
  enrolled_at: Date;
  seen_at: Date;
  unsent: number;
  oldest_unsent_at: Date | null;
  vanished: number;
  missing: number;
  copied_at: Date | null;
  revoked_at: Date | null;
  revoked_by_name: string | null;
  wiped_at: Date | null;
}

/**
 * The wanted phones that the actor may see, the one that called last first. What is missing is counted along the index of a
 * phone's operations, without opening one of them.
 */
export async function deviceRows(ctx: ReadContext, wanted: Wanted): Promise<ListedDevice[]> {
  const own = hamletsKept(ctx.actor);
  const within =
    'account' in wanted
      ? sql`d.account_id = ${wanted.account}`
      : 'device' in wanted
        ? sql`d.id = ${wanted.device}`
        : wanted.hamlet === null
          ? sql`true`
          : sql`worked.ids @> array[${wanted.hamlet}]::uuid[]`;
  const { rows } = await sql<Row>`
    select d.id, d.account_id, a.full_name as owner_name, a.disabled_at, worked.hamlets, d.label, d.app_version,
           d.enrolled_at, d.seen_at, d.unsent, d.oldest_unsent_at, d.vanished, d.copied_at, d.revoked_at, d.wiped_at,
           by.full_name as revoked_by_name, d.last_seq - come.many as missing
      from devices as d
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = d.account_id
      left join accounts as by on by.commune_id = ${ctx.communeId} and by.id = d.revoked_by
     cross join lateral (
       select coalesce(array_agg(one.id), '{}') as ids,
              coalesce(json_agg(json_build_object('id', one.id, 'name', one.name, 'isCurrent', one.current)
                       order by one.current desc, one.code), '[]') as hamlets
         from (select h.id, h.name, h.code, bool_or(r.revoked_on is null) as current
                 from account_roles as r
                 join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = r.hamlet_id
                where r.commune_id = ${ctx.communeId} and r.account_id = d.account_id
                group by h.id, h.name, h.code) as one
     ) as worked
     cross join lateral (
       select count(distinct o.seq)::int as many from sync_operations as o
        where o.commune_id = ${ctx.communeId} and o.device_id = d.id and o.seq <= d.last_seq
     ) as come
     where d.commune_id = ${ctx.communeId} and ${within}
       and (${canSeeAllDevices(ctx.actor)} or d.account_id = ${ctx.actor.accountId} or worked.ids && ${own}::uuid[])
     order by d.seen_at desc, d.id`.execute(ctx.tx);
  return rows
    .map((row) => listed(ctx, row))
    .filter((device) => canSeeDevice(ctx.actor, placeOfDevice(device)));
}

function listed(ctx: ReadContext, row: Row): ListedDevice {
  const device = {
    id: row.id,
    accountId: row.account_id,
    ownerName: row.owner_name,
    hamlets: row.hamlets,
    name: phoneName(row.label),
    appVersion: row.app_version,
    enrolledAt: row.enrolled_at,
    seenAt: row.seen_at,
    unsent: row.unsent,
    oldestUnsentAt: row.oldest_unsent_at,
    vanished: row.vanished,
    missing: row.missing,
    copiedAt: row.copied_at,
    revokedAt: row.revoked_at,
    revokedByName: row.revoked_by_name,
    wipedAt: row.wiped_at,
    accountDisabled: row.disabled_at !== null,
  };
  return {
    ...device,
    mayRevoke: canRevokeDevice(ctx.actor, placeOfDevice(device)) && row.revoked_at === null,
  };
}

/** What policies ask of a phone. */
export function placeOfDevice(device: Pick<ListedDevice, 'accountId' | 'hamlets'>) {
  return { accountId: device.accountId, hamletIds: device.hamlets.map((hamlet) => hamlet.id) };
}

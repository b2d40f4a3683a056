import { fromColumns } from '#shared/columns.ts';
import { newId, type Id } from '#shared/ids.ts';
import { fingerprint, newToken } from '#features/accounts/secrets.server.ts';
import { deviceOfToken } from '#features/sync/devices.server.ts';
import { homeShape, type PhoneHome } from '#features/sync/model/home.ts';
import { listedShape, type ListedHome } from '#features/sync/model/listed-home.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import { revisionOf } from '#features/sync/model/cursor.ts';
import type { Operation, Outcome, PushAnswer } from '#features/sync/model/operation.ts';
import { pullLines } from '#features/sync/pull.server.ts';
import { push } from '#features/sync/push.server.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { commune, type CastName, type World } from './world.ts';

/** The key with which phones of tests are opened and seal what they hand over. */
export const phoneRecoveryKey = Buffer.alloc(32, 7).toString('base64');

/** Somebody's phone in a test of the server: it keeps what it is told and sends what it is asked to, without a screen or a store. */
export class TestPhone {
  readonly homes = new Map<Id, PhoneHome>();
  readonly list = new Map<Id, ListedHome>();
  readonly cursors: Record<Id, string> = {};
  lines: PullLine[] = [];
  epoch: Id | null = null;
  private book: string | null = null;
  private seq = 0;
  readonly world: World;
  readonly who: CastName;
  readonly id: Id;
  readonly token: string;
  /** How far its clock is ahead (ms). */
  skew = 0;
  private after: string | null = null;

  constructor(world: World, who: CastName, id: Id, token: string) {
    this.world = world;
    this.who = who;
    this.id = id;
    this.token = token;
  }

  private async device() {
    const device = await deviceOfToken({ database: this.world.database }, this.token);
    if (!device) throw new Error('no phone of this token');
    return device;
  }

  /** Asks what is new and takes it in. */
  async pull(): Promise<PullLine[]> {
    const device = await this.device();
    this.lines = await runQuery(this.world.database, { actor: device.actor, now: this.world.now }, (ctx) =>
      pullLines(ctx, device, { epoch: this.epoch, book: this.book, scopes: { ...this.cursors } }),
    );
    for (const line of this.lines) this.take(line);
    return this.lines;
  }

  private take(line: PullLine): void {
    if (line.line === 'hello') {
      this.epoch = line.epoch;
      this.after = line.now;
    }
    if (line.line === 'book') this.book = line.hash;
    if (line.line === 'list') {
      for (const [id, home] of this.homes) if (home.hamletId === line.scope) this.homes.delete(id);
      for (const row of fromColumns(line.homes, listedShape)) this.list.set(row.id, row);
      this.cursors[line.scope] = line.cursor;
    }
    if (line.line === 'homes') {
      for (const home of fromColumns(line.homes, homeShape)) this.homes.set(home.id, home);
      for (const id of line.gone) if (this.homes.get(id)?.hamletId === line.scope) this.homes.delete(id);
      this.cursors[line.scope] = line.cursor;
    }
    if (line.line === 'revoked') {
      delete this.cursors[line.scope];
      for (const [id, home] of this.homes) if (home.hamletId === line.scope) this.homes.delete(id);
    }
  }

  /** An operation as the phone would write it now. */
  operation(command: string, input: Record<string, unknown>, more: Partial<Operation> = {}): Operation {
    this.seq += 1;
    const clock = new Date(this.world.now.getTime() + this.skew).toISOString();
    const household = input['householdId'];
    const scope = more.scope ?? Object.keys(this.cursors)[0] ?? this.world.hamlets.mau1;
    return {
      opId: newId(this.world.now),
      seq: this.seq,
      version: 1,
      command,
      scope,
      household: typeof household === 'string' ? household : null,
      input,
      base: null,
      revision: revisionOf(this.cursors[scope] ?? ''),
      at: clock,
      clock,
      after: this.after,
      ...more,
    };
  }

  async push(...operations: unknown[]): Promise<PushAnswer> {
    return push(
      {
        database: this.world.database,
        device: await this.device(),
        now: this.world.now,
        requestId: null,
      },
      {
        epoch: this.epoch,
        appVersion: 'thử',
        clock: new Date(this.world.now.getTime() + this.skew).toISOString(),
        unsent: operations.length,
        oldest: null,
        operations,
      },
    );
  }

  /** Does one thing and sends it at once; what became of it. */
  async tell(
    command: string,
    input: Record<string, unknown>,
    more: Partial<Operation> = {},
  ): Promise<Outcome> {
    const answer = await this.push(this.operation(command, input, more));
    const [result] = answer.results;
    if (!result) throw new Error('no result');
    return result.outcome;
  }
}

/** A phone that has signed in, with nothing on it yet. */
export async function settlePhone(world: World, who: CastName): Promise<TestPhone> {
  const id = newId(world.now);
  const token = newToken();
  await world.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('devices')
      .values({
        commune_id: commune,
        id,
        account_id: world.cast[who].accountId,
        token_hash: fingerprint(token),
        recovery_key: phoneRecoveryKey,
        label: 'Điện thoại thử',
        app_version: 'thử',
        enrolled_at: world.now,
        seen_at: world.now,
        last_seq: 0,
        unsent: 0,
        oldest_unsent_at: null,
        vanished: 0,
        copied_at: null,
        revoked_at: null,
        revoked_by: null,
        wiped_at: null,
      })
      .execute(),
  );
  return new TestPhone(world, who, id, token);
}

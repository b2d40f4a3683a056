import { expect } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Id } from '#shared/ids.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { FieldPhone, type Sending } from '../field-phone.ts';
import type { Home } from '../visit-world.ts';
import { inCommune } from '../visit-world.ts';
import type { World } from '../world.ts';
import type { Carrier } from './schedule.ts';
import type { AppVersion, ServerVersions } from './versions.ts';

/** A person's phone in the model, and what the model knows of it. */
export interface Carried {
  who: Carrier;
  phone: FieldPhone;
  app: AppVersion;
  isRunning: boolean;
  /** It was told to forget everything, and did. */
  isWiped: boolean;
  /** How far its clock was ahead when it last heard the server's; what it tells of time is exact while that is so (ms). */
  skewAtContact: number | null;
  /** Requests that may come once more. */
  sent: Sending[];
  heard: PullLine[];
}

/** What somebody was told is saved. */
export interface Saved {
  carried: Carried;
  operation: Operation;
  /** The true moment. */
  at: Date;
  /** The phone knew it. */
  isExact: boolean;
  /** The server it was sent to was replaced by an older copy, and the phone that could send it again has forgotten all. */
  isBeyondReach: boolean;
}

/** One run of a schedule: the world, its phones, and what must not be lost. */
export interface Model {
  world: World;
  server: FastifyInstance;
  versions: ServerVersions;
  phones: Carried[];
  homes: Home[];
  saved: Saved[];
  /** Copies of the server, the last one at the end. */
  copies: { back: () => Promise<void>; at: Date }[];
  restores: number;
  /** Accounts that were shut at some time, and roles that were given: what was refused before is not expected after. */
  shut: Set<Id>;
  granted: { accountId: Id; hamletId: Id | undefined; at: Date }[];
  prunes: number;
  revisions: Map<Id, number>;
}

/** Signs a carrier in on a new phone; its owner may be anybody of the cast. */
export async function carry(model: Omit<Model, 'phones'>, who: Carrier): Promise<Carried> {
  const phone = await FieldPhone.signIn(model.world, who, model.server);
  const carried: Carried = {
    who,
    phone,
    app: 2,
    isRunning: true,
    isWiped: false,
    skewAtContact: null,
    sent: [],
    heard: [],
  };
  phone.sends = (address, sending) => {
    if (address.endsWith('/push')) carried.sent = [sending, ...carried.sent].slice(0, 4);
  };
  phone.answered = () => (carried.skewAtContact = phone.skew);
  phone.hears = (line) => {
    carried.heard.push(line);
    if (line.line === 'hello') carried.skewAtContact = phone.skew;
  };
  return carried;
}

/** The app is started when it is not running. */
export async function awake(carried: Carried): Promise<FieldPhone> {
  if (!carried.isRunning) await carried.phone.start();
  carried.isRunning = true;
  return carried.phone;
}

/** Writes something down on a phone, and remembers that it was promised. */
export async function record(
  model: Model,
  carried: Carried,
  given: {
    command: string;
    scope: Id;
    household?: Id | null;
    input: Record<string, unknown>;
    base?: Record<string, unknown>;
  },
): Promise<void> {
  const phone = await awake(carried);
  const { household = null, base = null } = given;
  const operation = await phone.record({ ...given, household, base, version: carried.app });
  model.saved.push({
    carried,
    operation,
    at: model.world.now,
    isExact: carried.skewAtContact === phone.skew,
    isBeyondReach: false,
  });
}

/** One of a list by a number; nothing of an empty one. */
export function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(items.length, 1)];
}

/** The revisions of the hamlets only ever grow, but for a restore. */
export async function noteRevisions(model: Model): Promise<void> {
  const rows = await inCommune(model.world, (tx) =>
    tx.selectFrom('sync_scopes').select(['hamlet_id', 'revision']).execute(),
  );
  for (const { hamlet_id: hamlet, revision } of rows) {
    expect(revision, 'revision of a hamlet').toBeGreaterThanOrEqual(model.revisions.get(hamlet) ?? 0);
    model.revisions.set(hamlet, revision);
  }
}

import { expect } from 'vitest';
import { dayOf } from '#shared/calendar.ts';
import { inCommune } from '../visit-world.ts';
import type { Model, Saved } from './model.ts';

const read = ({ world }: Model) =>
  inCommune(world, async (tx) => ({
    operations: await tx.selectFrom('sync_operations').selectAll().execute(),
    visits: await tx.selectFrom('visits').selectAll().execute(),
    guidances: await tx.selectFrom('guidances').select('visit_id').execute(),
    records: await tx.selectFrom('digital_records').select('id').where('visit_id', 'is', null).execute(),
    checks: await tx.selectFrom('skill_checks').select('id').execute(),
    sessions: await tx.selectFrom('outreach_sessions').select('id').execute(),
    helpers: await tx.selectFrom('helper_assignments').select('id').execute(),
    households: await tx.selectFrom('households').select('id').execute(),
    residents: await tx.selectFrom('residents').select('id').execute(),
    events: await tx.selectFrom('events').select(['name', 'subject_id', 'data', 'device_id']).execute(),
    roles: await tx.selectFrom('account_roles').selectAll().execute(),
    devices: await tx.selectFrom('devices').select(['id', 'revoked_at']).execute(),
  }));
type Server = Awaited<ReturnType<typeof read>>;

/** What became of operations, counted: so that a run can say that it tried something. */
export type Tally = Map<string, number>;

/** No operation that a phone called saved is lost or doubled, and what was written is in the rows and in the history, once. */
export async function checkOperations(model: Model, tally: Tally): Promise<void> {
  const server = await read(model);
  const rows = Map.groupBy(server.operations, (row) => row.op_id);
  for (const saved of model.saved) {
    const { operation, carried } = saved;
    const [row, second] = rows.get(operation.opId) ?? [];
    expect(second, 'a second result').toBeUndefined();
    if (saved.isBeyondReach && !row) continue;
    expect(row, `${carried.who}: ${operation.command} số ${operation.seq} có kết quả`).toBeDefined();
    if (!row) continue;
    expect([row.device_id, row.seq, row.command]).toEqual([
      carried.phone.deviceId,
      operation.seq,
      operation.command,
    ]);
    tally.set(row.status, (tally.get(row.status) ?? 0) + 1);
    for (const flag of row.flags) tally.set(flag, (tally.get(flag) ?? 0) + 1);
    if (row.status === 'ok') checkWritten(server, saved);
    else expect(row.input, 'what is not written as told is kept').not.toBeNull();
    if (row.status !== 'ok' && mustBeWritten(model, server, saved))
      expect(row.outcome, `${carried.who}: ${operation.command} phải ghi được`).toEqual({ status: 'ok' });
  }
  expect(server.operations.length).toBe(rows.size);
  await checkReceipts(model, server);
  checkNothingElse(model, server);
}

/** The rows of an operation that was simply written, by the ids that its phone gave. */
function checkWritten(server: Server, saved: Saved): void {
  const { command, input } = saved.operation;
  const tables = {
    'visit.record': server.visits,
    'visit.withdraw': server.visits,
    'digital.record': server.records,
    'skill.check': server.checks,
    'outreach.record': server.sessions,
    'helper.assign': server.helpers,
    'household.register': server.households,
  };
  const table = Object.entries(tables).find(([name]) => name === command)?.[1];
  if (table) expect(table.filter((row) => row.id === input['id'])).toHaveLength(1);
  if (command === 'resident.register') {
    const resident = input['resident'];
    const id = typeof resident === 'object' && resident !== null && 'id' in resident ? resident.id : '';
    expect(server.residents.filter((row) => row.id === id)).toHaveLength(1);
  }
  if (command !== 'visit.record') return;
  const told = server.events.filter(
    (event) => event.name === 'visit.recorded' && event.subject_id === input['id'],
  );
  expect(told.map((event) => event.device_id)).toEqual([saved.carried.phone.deviceId]);
  const guidances = Array.isArray(input['guidances']) ? input['guidances'].length : 0;
  expect(server.guidances.filter((row) => row.visit_id === input['id'])).toHaveLength(guidances);
  const [visit] = server.visits.filter((row) => row.id === input['id']);
  if (saved.isExact) expect(visit?.visited_on, 'day of a visit').toBe(dayOf(saved.at));
  if (input['met'] === 'someone') expect(visit?.note).toBe(input['note'] ?? input['remark']);
}

const people = (input: Record<string, unknown>): unknown[] =>
  Array.isArray(input['metResidents']) ? input['metResidents'] : [];

/** A visit of somebody who worked there on that day is written, whatever moved meanwhile (law 5, P1, P20). */
function mustBeWritten(model: Model, server: Server, { operation, carried, at, isExact }: Saved): boolean {
  if (operation.command !== 'visit.record' || !isExact || model.prunes > 0) return false;
  // A restored server may have lost for good what an office had made; what phones made comes back from them.
  const rows = [...server.households, ...server.residents];
  const named = [operation.input['householdId'], ...people(operation.input)];
  if (!named.every((id) => rows.some((row) => row.id === id))) return false;
  const { accountId } = model.world.cast[carried.who];
  const device = server.devices.find((one) => one.id === carried.phone.deviceId);
  const day = dayOf(at);
  const worked = server.roles.some(
    (role) =>
      role.account_id === accountId &&
      role.hamlet_id === operation.scope &&
      role.granted_on <= day &&
      (role.revoked_on === null || role.revoked_on >= day),
  );
  const isLater = model.granted.some(
    (role) => role.accountId === accountId && role.hamletId === operation.scope && role.at > at,
  );
  const isRevoked = device?.revoked_at && at >= device.revoked_at;
  return worked && !isLater && !model.shut.has(accountId) && !isRevoked;
}

/** Each phone holds the server's own answer to everything that it sent. */
async function checkReceipts(model: Model, server: Server): Promise<void> {
  const rows = new Map(server.operations.map((row) => [row.op_id, row]));
  for (const carried of model.phones) {
    if (carried.isWiped) continue;
    const { store } = carried.phone;
    expect(await store.unsent(), `${carried.who}: còn chưa gửi`).toEqual({ count: 0, oldest: null });
    expect(await store.unconfirmed(), `${carried.who}: còn chờ máy chủ cho xem`).toEqual([]);
    const receipts = await store.receipts(1000);
    const mine = model.saved.filter((saved) => saved.carried === carried);
    expect(receipts.map((receipt) => receipt.operation.opId).sort()).toEqual(
      mine.map((saved) => saved.operation.opId).sort(),
    );
    for (const { operation, result } of receipts)
      expect(result.outcome).toEqual(rows.get(operation.opId)?.outcome);
  }
}

/** No visit is there that nobody saved. */
function checkNothingElse(model: Model, server: Server): void {
  const told = new Set(model.saved.map((saved) => saved.operation.input['id']));
  const carriers = new Set(model.phones.map(({ who }) => model.world.cast[who].accountId));
  const strange = server.visits.filter((row) => carriers.has(row.recorded_by) && !told.has(row.id));
  expect(strange, 'visits that nobody told').toEqual([]);
}

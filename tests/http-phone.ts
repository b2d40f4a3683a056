import { expect } from 'vitest';
import { revisionOf } from '#features/sync/model/cursor.ts';
import { homeShape, type PhoneHome } from '#features/sync/model/home.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { Operation, PushAnswer } from '#features/sync/model/operation.ts';
import { fromColumns } from '#shared/columns.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { Product } from './product.ts';

/** Somebody's phone at the door of the running product: it signs in, takes its hamlet once and tells what it is asked to. */
export interface HttpPhone {
  deviceId: Id;
  accountId: Id;
  recoveryKey: string;
  homes: PhoneHome[];
  pull(): Promise<PullLine[]>;
  /** An operation as the phone writes it now, not sent. */
  operation(command: string, input: Record<string, unknown>, base?: Record<string, unknown>): Operation;
  push(...operations: unknown[]): Promise<PushAnswer>;
}

const android =
  'Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';

export async function httpPhone(product: Product, login: string, password: string): Promise<HttpPhone> {
  const ask = async (path: string, token: string | null, body?: unknown) => {
    const answer = await fetch(`${product.url}/api/sync/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect([path, answer.status, answer.ok ? '' : text]).toEqual([path, 200, '']);
    return text;
  };
  const signIn = { login, password, label: android, appVersion: 'thử' };
  const signed: { deviceId: Id; token: string; recoveryKey: string; account: { id: Id } } = JSON.parse(
    await ask('sign-in', null, signIn),
  );
  const pull = async (): Promise<PullLine[]> =>
    (await ask('pull', signed.token))
      .split('\n')
      .filter((line) => line !== '')
      .map((line): PullLine => JSON.parse(line));
  const lines = await pull();
  const homes = lines.flatMap((line) => (line.line === 'homes' ? fromColumns(line.homes, homeShape) : []));
  const [list] = lines.flatMap((line) => (line.line === 'list' ? [line] : []));
  let seq = 0;
  return {
    deviceId: signed.deviceId,
    accountId: signed.account.id,
    recoveryKey: signed.recoveryKey,
    homes,
    pull,
    operation(command, input, base) {
      const now = new Date();
      const household = input['householdId'];
      return {
        opId: newId(now),
        seq: (seq += 1),
        version: 1,
        command,
        scope: list?.scope ?? '',
        household: typeof household === 'string' ? household : null,
        input,
        base: base ?? null,
        revision: revisionOf(list?.cursor ?? ''),
        at: now.toISOString(),
        clock: now.toISOString(),
        after: null,
      };
    },
    push: async (...operations) =>
      JSON.parse(
        await ask('push', signed.token, {
          epoch: null,
          appVersion: 'thử',
          clock: new Date().toISOString(),
          unsent: operations.length,
          oldest: null,
          operations,
        }),
      ),
  };
}

/** Two phones tell different names of one person, without knowing of each other: the second waits for somebody to decide. */
export async function tellTwoNames(
  first: HttpPhone,
  second: HttpPhone,
  names: readonly [string, string],
): Promise<{ householdId: Id; was: string }> {
  const home = second.homes.find((one) => one.people.length > 1);
  const person = home?.people.find((one) => one.id !== home.headId);
  if (!home || !person) throw new Error('no household of two');
  const tell = (phone: HttpPhone, fullName: string) =>
    phone.push(
      phone.operation('resident.correct', { residentId: person.id, fullName }, { fullName: person.fullName }),
    );
  await tell(first, names[0]);
  const { results } = await tell(second, names[1]);
  expect(results[0]?.outcome.status).toBe('review');
  return { householdId: home.id, was: person.fullName };
}

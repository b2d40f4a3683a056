import * as z from 'zod/mini';
import type { Actor, Grant } from '#platform/commands/actor.ts';
import { line, normalPhone, optionalId } from '#shared/fields.ts';
import { fold } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { needed } from '#shared/words.ts';
import * as words from './words.ts';

/** The roles of domain/03 §7.2. A person may hold several, each in one hamlet or in the whole commune. */
export const hamletRoles = ['member', 'hamlet_team_leader', 'hamlet_head'] as const;
export const communeRoles = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'economic_officer',
  'commune_leader',
  'records_clerk',
  'unit',
  'public_service_center',
  'province_viewer',
  'commune_admin',
  'auditor',
] as const;
export const roles = [...hamletRoles, ...communeRoles] as const;
export type HamletRole = (typeof hamletRoles)[number];
export type CommuneRole = (typeof communeRoles)[number];
export type Role = (typeof roles)[number];

export function isRole(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}

export function isHamletRole(role: string): role is HamletRole {
  return (hamletRoles as readonly string[]).includes(role);
}

/** True when the actor holds one of the roles anywhere. */
export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.grants.some((grant) => (wanted as readonly string[]).includes(grant.role));
}

/** True when the actor holds one of the hamlet roles in this very hamlet, or held it when the hamlet ended. */
export function hasRoleIn(actor: Actor, hamletId: Id, ...wanted: readonly HamletRole[]): boolean {
  return actor.grants.some(
    (grant) => grant.hamletId === hamletId && (wanted as readonly string[]).includes(grant.role),
  );
}

/** The living hamlets in which the actor holds one of the roles. */
export function hamletsOf(actor: Actor, ...wanted: readonly HamletRole[]): Id[] {
  return hamletsIn(
    actor.grants.filter((grant) => grant.past !== true),
    wanted,
  );
}

/** The same with those that ended, merged into others: where the actor may read and finish what was begun there. */
export function hamletsEverOf(actor: Actor, ...wanted: readonly HamletRole[]): Id[] {
  return hamletsIn(actor.grants, wanted);
}

function hamletsIn(grants: readonly Grant[], wanted: readonly HamletRole[]): Id[] {
  const ids = grants.flatMap((grant) =>
    grant.hamletId !== null && (wanted as readonly string[]).includes(grant.role) ? [grant.hamletId] : [],
  );
  return [...new Set(ids)];
}

/** A name to sign in with: a phone number of ten digits or a user name, lower case without diacritics. */
export function normalLogin(text: string): string {
  const folded = fold(text).replace(/\s/g, '');
  const phone = normalPhone(folded);
  return /^0\d{9}$/.test(phone) ? phone : folded;
}

/** A login that is easy to say and not yet among the taken ones: the whole name without blanks or diacritics, with a number when needed. */
export function suggestLogin(fullName: string, taken: ReadonlySet<string>): string {
  const plain = fold(fullName)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 36);
  const stem = plain.length < 4 ? `${plain || 'ten'}.toso` : plain;
  for (let number = 1; ; number += 1) {
    const login = number === 1 ? stem : `${stem}${number}`;
    if (!taken.has(login)) return login;
  }
}

export const Login = z.pipe(
  z.pipe(z.string(needed), z.transform(normalLogin)),
  z.string().check(z.regex(/^(0\d{9}|[a-z][a-z0-9.]{3,39})$/, words.loginShape)),
);

const common = new Set([
  '1234567890',
  '0123456789',
  '12345678910',
  'matkhau123',
  'password123',
  'password1234',
  'qwertyuiop',
  '1111111111',
  '0000000000',
  'anhyeuem123',
  'vietnam2026',
]);

/** A new password: 10 to 200 characters, not one of the known bad ones, not one character repeated. */
export const NewPassword = z.string(needed).check(
  z.minLength(10, words.passwordShort),
  z.maxLength(200, words.passwordLong),
  z.refine((text) => !common.has(text.toLowerCase()) && new Set(text).size > 3, words.passwordCommon),
);

export const AccountInput = z.object({
  login: Login,
  fullName: line(80),
  memberId: optionalId,
  roles: z
    .array(z.object({ role: z.enum(roles), hamletId: optionalId }))
    .check(z.minLength(1, words.needsRole), z.maxLength(20)),
});

/** How long a session lives: `idle` since last seen, `absolute` since sign-in (milliseconds). Those who approve or administer sign in more often (A9). */
export function sessionRules(grants: readonly Grant[]): { idle: number; absolute: number } {
  const minutes = (count: number) => count * 60_000;
  const held = grants.map((grant) => grant.role);
  if (
    held.some((role) => ['commune_admin', 'auditor', 'commune_leader', 'culture_social_head'].includes(role))
  ) {
    return { idle: minutes(30), absolute: minutes(20 * 60) };
  }
  if (held.every((role) => isHamletRole(role)))
    return { idle: minutes(7 * 24 * 60), absolute: minutes(30 * 24 * 60) };
  return { idle: minutes(4 * 60), absolute: minutes(20 * 60) };
}

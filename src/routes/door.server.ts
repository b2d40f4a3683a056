import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#platform/commands/actor.ts';
import {
  runCommand,
  runQuery,
  type Command,
  type Origin,
  type ReadContext,
} from '#platform/commands/command.server.ts';
import type { Door } from '#features/accounts/sessions.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { Problem, type FieldProblems, type ProblemCode } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';

/** Who may open a route. Every route declares its own as `export const _access`; the hook asks it before anything runs (A1). */
export type Access = 'anyone' | ((actor: Actor) => boolean);

/** For routes that every signed-in person may open. */
export const signedIn: Access = () => true;

/** What a form gets back when it could not be done: the sentence, the fields, and everything that was typed. */
export interface FormProblem {
  code: ProblemCode;
  message: string;
  fields: FieldProblems;
  values: FormValues;
}

export type FormValue = string | File | FormValue[] | { [name: string]: FormValue };
export type FormValues = { [name: string]: FormValue };

export function actorOf(event: RequestEvent): Actor {
  if (!event.locals.actor) redirect(303, '/dang-nhap');
  return event.locals.actor;
}

/** Who asks, when: what commands and queries need of a request. */
export function originOf(event: RequestEvent): Origin {
  return { actor: actorOf(event), now: event.locals.now, requestId: event.locals.requestId };
}

/** The door of somebody who has not signed in yet. */
export function doorOf(event: RequestEvent): Door {
  const { database, limits } = sharedRuntime();
  const device = (event.request.headers.get('user-agent') ?? '').slice(0, 120);
  return { database, limits, now: event.locals.now, address: event.getClientAddress(), device };
}

/** Reads for a page in one transaction; a Problem becomes the error page with its own status and words. */
export async function read<Result>(
  event: RequestEvent,
  query: (ctx: ReadContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await runQuery(sharedRuntime().database, originOf(event), query);
  } catch (cause) {
    return showProblem(cause);
  }
}

/** Throws the error page of a Problem; anything else goes on as it is. */
export function showProblem(cause: unknown): never {
  if (cause instanceof Problem) error(cause.status, { code: cause.code, message: textOf(cause) });
  throw cause;
}

/** Runs a command for a form. A Problem comes back as `fail` with everything that was typed, so that nothing is lost. */
export async function act<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  input: FormValues,
): Promise<
  { done: Result; problem: null } | { done: null; problem: ActionFailure<{ problem: FormProblem }> }
> {
  return attempt(input, () => runCommand(sharedRuntime().database, command, originOf(event), input));
}

/** The same for anything that throws Problems (signing in, imports). */
export async function attempt<Result>(
  values: FormValues,
  work: () => Promise<Result>,
): Promise<
  { done: Result; problem: null } | { done: null; problem: ActionFailure<{ problem: FormProblem }> }
> {
  try {
    return { done: await work(), problem: null };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const problem: FormProblem = {
      code: cause.code,
      message: textOf(cause),
      fields: cause.fields,
      values: withoutSecrets(values),
    };
    return { done: null, problem: fail(cause.status, { problem }) };
  }
}

const textOf = (problem: Problem) => (problem.hasMessage ? problem.message : problemText[problem.code]);

const secret = /password|current|next|repeat|^invitationCode$/;

function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !secret.test(name) && !(value instanceof File)),
  );
}

/**
 * A form's fields as an object: `name` a text, `names[]` a list (also of one), `people.0.name` nested. What the browser
 * does not send is absent. Names like `__proto__` are left out.
 */
export async function formOf(event: RequestEvent): Promise<FormValues> {
  return formValues(await event.request.formData());
}

export function formValues(data: FormData): FormValues {
  const root: FormValues = {};
  for (const [name, value] of data.entries()) {
    const path = name.split('.');
    const odd = path.some((part) => !/^[A-Za-z0-9_-]+(\[\])?$/.test(part) || part in Object.prototype);
    if (path.length <= 6 && !odd) place(root, path, value);
  }
  return listsIn(root);
}

function place(target: FormValues, [name = '', ...rest]: string[], value: FormDataEntryValue): void {
  if (rest.length > 0) {
    const next = target[name];
    const inner: FormValues = isFields(next) ? next : {};
    target[name] = inner;
    place(inner, rest, value);
  } else if (name.endsWith('[]')) {
    const key = name.slice(0, -2);
    const list = target[key];
    target[key] = Array.isArray(list) ? [...list, value] : [value];
  } else {
    target[name] = value;
  }
}

/** True for the fields of a nested part of a form; neither a text, a file nor a list. */
export function isFields(value: FormValue | undefined): value is FormValues {
  return typeof value === 'object' && !(value instanceof File) && !Array.isArray(value);
}

/** Objects whose keys are 0, 1, 2 … become lists. */
function listsIn(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, listOr(value)]));
}

function listOr(value: FormValue): FormValue {
  if (!isFields(value)) return value;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key]) => /^\d+$/.test(key))) return listsIn(value);
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => listOr(inner));
}

/** The text of a form value, '' when there is none. */
export function text(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

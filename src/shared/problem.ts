/**
 * The catalogue of everything that can go wrong, in one place. A Problem is translated once, at the edge:
 * its code decides the HTTP status here and the Vietnamese text in `words.ts` beside it.
 * Codes are never reused for another meaning.
 */
export const problems = {
  'input.invalid': 422,
  'input.too_large': 413,
  'file.unreadable': 422,
  'file.too_large': 413,
  'file.kind_not_supported': 415,
  'sign_in.required': 401,
  'sign_in.wrong': 401,
  'sign_in.too_many_tries': 429,
  'invitation.not_valid': 410,
  not_allowed: 403,
  not_found: 404,
  'state.conflict': 409,
  duplicate: 409,
  'origin.foreign': 403,
  'device.revoked': 401,
  'sync.server_older': 409,
  'storage.full': 507,
  'service.unavailable': 503,
  unexpected: 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problems;

/** What was wrong with which field: the key is the field's path ("residents.0.fullName"), the value a sentence in Vietnamese. */
export type FieldProblems = Record<string, string>;

export interface ProblemDetail {
  /** A Vietnamese sentence for the person: what happened and what to do. Without it the code's own text is shown. */
  message?: string;
  fields?: FieldProblems;
  /** Seconds after which trying again makes sense (429, 503). */
  retryAfter?: number;
}

const brand = Symbol.for('to-so.problem');

/** A failure that we foresaw. Anything else that is thrown is a fault of ours and is answered as `unexpected`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblems;
  readonly retryAfter: number | undefined;
  /** True when `message` is a sentence made for this case, not only the code. */
  readonly hasMessage: boolean;

  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(detail.message ?? code);
    this.name = 'Problem';
    this.code = code;
    this.fields = detail.fields ?? {};
    this.retryAfter = detail.retryAfter;
    this.hasMessage = detail.message !== undefined;
  }

  // The pages are a bundle with its own copy of this class: a Problem of the one is a Problem of the other.
  readonly [brand] = true;
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  get status(): number {
    return problems[this.code];
  }
}

/** The thing is not there, or it is not the actor's to see: the two look alike on purpose (law 6). */
export function notFound(): Problem {
  return new Problem('not_found');
}

/** Returns the value, or throws `not_found` when there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

import { readDay } from '#ui/read-day.ts';

/** What stands in a form: per field the text, the chosen value, or the chosen values. It is what a draft keeps. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The text of a field; empty when there is none. */
export function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

/** The chosen values of a field; none when nothing is chosen. */
export function listOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  return value === undefined || typeof value === 'string' ? [] : value;
}

/** A day as a thumb types it (05112026 too) in the way that every schema reads; what is no day stays as typed. */
export function dayTyped(typed: Typed, name: string): string {
  const text = textOf(typed, name);
  return readDay(text) ?? text;
}

/** What a control of a form now says under its name, given what stood there; null for one without a name. */
export function taken(
  field: { name: string; value: string; type: string; checked?: boolean },
  standing: Typed,
): { name: string; value: string | string[] } | null {
  const { name, value } = field;
  if (name === '') return null;
  if (field.type !== 'checkbox') return { name, value };
  const others = listOf(standing, name).filter((one) => one !== value);
  return { name, value: field.checked ? [...others, value] : others };
}

/** An input without what says nothing: null, and lists without an entry. */
export function telling(input: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(Array.isArray(value) && (value as unknown[]).length === 0),
    ),
  );
}

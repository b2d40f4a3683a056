import { commandTitles, fieldNames, otherCommand, valueInWords } from '../attention-words.ts';

/** One field of what a phone told, in words. */
export interface ToldLine {
  label: string;
  text: string;
}

/** What a command is called to people. */
export function titleOf(command: string): string {
  return Object.hasOwn(commandTitles, command) ? (commandTitles[command] ?? otherCommand) : otherCommand;
}

/** What was told, line by line; ids, and what has no name for people, are left out. A new person's fields stand in `resident`. */
export function toldLines(input: Readonly<Record<string, unknown>>): ToldLine[] {
  const inner = input['resident'];
  const fields: Record<string, unknown> =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner, ...input } : input;
  return Object.entries(fieldNames).flatMap(([field, label]) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const isNothing = value === undefined || value === null || value === '' || isEmptyList(value);
    return isNothing ? [] : [{ label, text: valueInWords(field, value) }];
  });
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

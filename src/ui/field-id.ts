/** The id of the control for a form field, from the field's name or path ('residents.0.fullName'), so that the summary of errors can link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

/** The choice "at home" among the places where help may be given; the others are the ids of support points. */
export const atHome = 'tai-nha';

/** Place and support point of one choice of the form, as the command takes them. */
export function fromWhere(where: string): { place: string; groupId: string } {
  if (where === atHome || where === '') return { place: where === '' ? '' : 'home', groupId: '' };
  return { place: 'support_point', groupId: where };
}

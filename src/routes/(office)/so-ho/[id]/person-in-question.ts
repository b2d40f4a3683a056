import type { PageResident } from '#features/registry/queries/household-page.server.ts';
import { notFound } from '#shared/problem.ts';

/** Who a page about one person speaks of: the one that the address names (?nguoi=), else the first who lives there. */
export function personInQuestion(
  residents: readonly PageResident[],
  address: URLSearchParams,
): { person: PageResident; living: PageResident[] } {
  const living = residents.filter((one) => one.state === 'living');
  const wanted = address.get('nguoi');
  const person = wanted === null ? living[0] : living.find((one) => one.id === wanted);
  if (!person) throw notFound();
  return { person, living };
}

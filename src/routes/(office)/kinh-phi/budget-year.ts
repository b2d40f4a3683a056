/** The plan year of an address (`?nam=2026`); what is no year is the one that runs. */
export function yearOf(url: URL, today: string): number {
  const asked = url.searchParams.get('nam') ?? '';
  return /^20[2-9]\d$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
}

import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';

/** What members are trained in. */
export interface Topic {
  id: Id;
  name: string;
  summary: string | null;
  platforms: string[];
  courseLink: string | null;
  /** Months (tháng); null: it need not be repeated. */
  validMonths: number | null;
  position: number;
  retiredOn: Day | null;
}

/** Topics in the order of the office, retired ones last. They name nobody: everybody reads them. */
export async function listTopics(ctx: ReadContext): Promise<Topic[]> {
  const rows = await ctx.tx
    .selectFrom('training_topics')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const topics = rows.map((row) => ({
    id: row.id,
    name: row.name,
    summary: row.summary,
    platforms: row.platforms,
    courseLink: row.course_link,
    validMonths: row.valid_months,
    position: row.position,
    retiredOn: row.retired_on,
  }));
  return [
    ...topics.filter((one) => one.retiredOn === null),
    ...topics.filter((one) => one.retiredOn !== null),
  ];
}

/** One topic; throws `not_found` when there is none. */
export async function getTopic(ctx: ReadContext, id: Id): Promise<Topic> {
  return found((await listTopics(ctx)).find((topic) => topic.id === id));
}

import { canOpenCompetence } from '#features/training/policy.ts';
import { formatDay } from '#shared/calendar.ts';
import { read, type Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import type { RequestHandler } from './$types';
import { exportedMatrix as words, member as memberWords, standingText } from '../../words.ts';
import { filteredCompetence } from '../competence-filter.server.ts';

export const _access: Access = canOpenCompetence;

/** The matrix of the teams that the reader sees, a column for each topic. */
export const GET: RequestHandler = async (event) => {
  const topics = (await read(event, listTopics)).filter((topic) => topic.retiredOn === null);
  return listFile(event, {
    list: 'competence',
    title: words.title,
    columns: [words.member, words.team, ...topics.map(({ name }) => words.topic(name)), words.national],
    rows: async (ctx) =>
      (await filteredCompetence(ctx, event.url.searchParams)).members.map((one) => [
        one.fullName,
        one.teamName,
        ...one.standings.map((standing) =>
          standing.kind === 'never'
            ? standingText(standing)
            : `${standingText(standing)} (${formatDay(standing.on)})`,
        ),
        one.confirmations
          .map(({ course, confirmedOn }) => memberWords.line(course, confirmedOn))
          .join('; ') || null,
      ]),
  });
};

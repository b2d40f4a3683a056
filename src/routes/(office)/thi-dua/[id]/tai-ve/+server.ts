import type { WriteContext } from '#platform/commands/command.server.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { unitOf } from '#features/emulation/model/movement.ts';
import { canOpenMovements } from '#features/emulation/policy.ts';
import { listActivities } from '#features/emulation/queries/activities.server.ts';
import { listCalls } from '#features/emulation/queries/calls.server.ts';
import { listCommendations } from '#features/emulation/queries/commendations.server.ts';
import type { Movement } from '#features/emulation/queries/movements.server.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import { callState, commendation, commended, measure as measureNames } from '#features/emulation/words.ts';
import { dayOf, formatDay } from '#shared/calendar.ts';
import { formatRate } from '#shared/numbers.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { movementAt } from '../../movement-at.server.ts';
import { peopleOf } from '../../people-of.ts';
import { commend, exported, wholeCommune } from '../../words.ts';

export const _access: Access = canOpenMovements;

type Part = keyof typeof exported;
const parts: readonly Part[] = ['xep-hang', 'ra-quan', 'don-vi', 'khen-thuong'];

/** One part of a movement, as its reader sees it on the page. */
export const GET: RequestHandler = (event) => {
  const asked = event.url.searchParams.get('bang');
  const part = parts.find((one) => one === asked) ?? 'xep-hang';
  return listFile(event, {
    list: 'emulation',
    ...exported[part],
    rows: async (ctx) => rowsOf[part](ctx, await movementAt(ctx, event.params.id)),
  });
};

type Rows = (ctx: WriteContext, movement: Movement) => Promise<ExportValue[][]>;
const rowsOf: Record<Part, Rows> = {
  'xep-hang': async (ctx, movement) =>
    (await movementResults(ctx, movement)).flatMap(({ measure, hamlets, members }) => [
      ...hamlets.map((one) => [
        measureNames[measure],
        commended.hamlet,
        one.name,
        one.name,
        one.rank,
        unitOf(measure),
        one.counted,
        one.whole,
        one.whole ? formatRate(one.counted, one.whole) : null,
        one.apart,
      ]),
      ...members.map((one) => [
        measureNames[measure],
        commended.member,
        one.name,
        one.hamletName,
        one.rank,
        unitOf(measure),
        one.counted,
        null,
        null,
        one.apart,
      ]),
    ]),
  'ra-quan': async (ctx, movement) =>
    (await listActivities(ctx, movement)).map((one) => {
      const { members, teachers, pupils, others } = peopleOf(one);
      return [
        formatDay(one.heldOn),
        one.hamletName ?? wholeCommune,
        one.place,
        one.work,
        one.members.map(({ name }) => name).join(', ') || null,
        members,
        teachers,
        pupils,
        others,
        one.groups.map(({ unitName }) => unitName).join(', ') || null,
      ];
    }),
  'don-vi': async (ctx, movement) =>
    (await listCalls(ctx, movement)).map((one) => [
      one.unitName,
      callState[one.state],
      one.people,
      one.hamlets.map(({ name }) => name).join(', ') || null,
      one.answer,
      formatDay(dayOf(one.calledAt)),
      one.answeredAt && formatDay(dayOf(one.answeredAt)),
      one.source,
    ]),
  'khen-thuong': async (ctx, movement) =>
    (await listCommendations(ctx, movement))
      .filter(({ state }) => state !== 'withdrawn')
      .map((one, nth) => [
        nth + 1,
        one.name,
        commended[one.kind],
        one.hamletName,
        [one.measure && measureNames[one.measure], commend.figure(one)].filter(Boolean).join(': '),
        one.reason,
        commendation[one.state],
        one.decisionNote,
      ]),
};

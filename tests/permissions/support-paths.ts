import {
  assignSupport,
  endSupport,
  scheduleSupport,
} from '#features/support/commands/arrange-support.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { keepSupportClock } from '#features/support/commands/keep-clock.server.ts';
import { finishSupport, rateSupport } from '#features/support/commands/finish-support.server.ts';
import { getSupport, listSupport, listSupportSteps } from '#features/support/queries/support.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayInCommune, type Thing } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import type { Spot } from './spot.ts';

/** The request of a place: asked by its head for somebody by name, given to the hamlet's member. */
const thingOf = (spot: Spot): Thing => ({ hamletId: spot.hamletId, memberId: spot.memberId });
const isOwn = (actor: Actor, spot: Spot) => spot.request.raisedBy === actor.accountId;
const sees = (actor: Actor, spot: Spot) =>
  spot.here && (isOwn(actor, spot) || may(actor, 'support.read', thingOf(spot)));

const by =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(sees(actor, spot), may(actor, operation, thingOf(spot)));
const seen: Path['expected'] = (actor, { spot }) => verdict(sees(actor, spot), true);

const asked = {
  channel: 'phone',
  personName: 'Người hỏi',
  phone: '0912345678',
  topic: 'Cài ứng dụng',
  place: 'home',
  urgency: 'soon',
};

export const supportCommands = [
  command(
    askSupport,
    ({ spot }) => ({ ...asked, hamletId: spot.hamletId }),
    (actor, { spot }) => verdict(spot.here && may(actor, 'support.ask', thingOf(spot)), true),
  ),
  command(
    assignSupport,
    ({ spot }) => ({ requestId: spot.request.id, memberId: spot.memberId }),
    by('support.assign'),
  ),
  command(
    scheduleSupport,
    ({ spot }) => ({ requestId: spot.request.id, scheduledOn: '2026-12-30' }),
    by('support.work'),
  ),
  command(endSupport, ({ spot }) => ({ requestId: spot.request.id, to: 'cancelled' }), by('support.work')),
  command(finishSupport, ({ spot }) => ({ requestId: spot.request.id, note: 'Đã giúp' }), by('support.work')),
  // Of one that is finished: who was there, and who asked.
  command(
    rateSupport,
    ({ spot }) => ({ requestId: spot.finished.id, satisfaction: 'good' }),
    (actor, { spot }) =>
      verdict(sees(actor, spot), isOwn(actor, spot) || may(actor, 'support.work', thingOf(spot))),
  ),
  command(
    keepSupportClock,
    () => ({ urgent: 2, soon: 4, ordinary: 8 }),
    (actor) => verdict(true, mayInCommune(actor, 'support.keep_clock')),
  ),
];

export const supportQueries = [
  query(
    'listSupport',
    (ctx, { spot }) => listSupport(ctx, { hamletId: spot.hamletId }),
    () => 'done',
  ),
  query(
    'listSupport',
    (ctx) => listSupport(ctx),
    () => 'done',
  ),
  query('getSupport', (ctx, { spot }) => getSupport(ctx, spot.request.id), seen),
  query('listSupportSteps', (ctx, { spot }) => listSupportSteps(ctx, spot.request.id), seen),
];

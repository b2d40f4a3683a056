import {
  closeBusiness,
  correctBusiness,
  registerBusiness,
} from '#features/commerce/commands/keep-business.server.ts';
import {
  recordStep,
  recordTechnology,
  signCommitment,
} from '#features/commerce/commands/record-business.server.ts';
import {
  getBusiness,
  listBusinesses,
  listBusinessSteps,
} from '#features/commerce/queries/businesses.server.ts';
import {
  listBusinessStory,
  listCommitments,
  listTechnologies,
} from '#features/commerce/queries/business-story.server.ts';
import { exportCommitment } from '#features/documents/commands/export-commitment.server.ts';
import { listMarketplaces } from '#features/commerce/queries/marketplaces.server.ts';
import { newId } from '#shared/ids.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayAnywhere } from './predicate.ts';
import type { Operation } from './rights-table.ts';

const on =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && may(actor, 'commerce.read', { hamletId: spot.hamletId }),
      may(actor, operation, { hamletId: spot.hamletId }),
    );
const seen = on('commerce.read');
const fresh = () => newId(new Date('2026-11-24T02:12:00Z'));
const mat = { kind: 'producer', name: 'Chiếu cói Mẫu', products: 'Chiếu cói' };

export const commerceCommands = [
  command(
    registerBusiness,
    ({ spot }) => ({ ...mat, id: fresh(), hamletId: spot.hamletId }),
    on('commerce.keep'),
  ),
  command(correctBusiness, ({ spot }) => ({ ...mat, businessId: spot.businessId }), on('commerce.keep')),
  command(
    recordStep,
    ({ spot }) => ({ id: fresh(), businessId: spot.businessId, step: 'account' }),
    on('commerce.keep'),
  ),
  command(
    signCommitment,
    ({ spot }) => ({
      id: fresh(),
      businessId: spot.businessId,
      signedOn: '2026-11-20',
      signedBy: 'Phan Thị Bảy',
    }),
    on('commerce.keep'),
  ),
  command(
    recordTechnology,
    ({ spot }) => ({ id: fresh(), businessId: spot.businessId, name: 'Máy sấy', appliedOn: '2026-11-20' }),
    on('commerce.keep'),
  ),
  command(exportCommitment, ({ spot }) => ({ businessId: spot.businessId }), seen),
  command(closeBusiness, ({ spot }) => ({ businessId: spot.businessId }), on('commerce.close')),
];

export const commerceQueries: readonly Path[] = [
  query('listBusinesses', (ctx, { spot }) => listBusinesses(ctx, spot.hamletId), seen),
  query(
    'listBusinesses',
    (ctx) => listBusinesses(ctx, null),
    (actor) => verdict(mayAnywhere(actor, 'commerce.read'), true),
  ),
  query('getBusiness', (ctx, { spot }) => getBusiness(ctx, spot.businessId), seen),
  query('listBusinessSteps', (ctx, { spot }) => listBusinessSteps(ctx, spot.businessId), seen),
  query('listBusinessStory', (ctx, { spot }) => listBusinessStory(ctx, spot.businessId), seen),
  query(
    'listMarketplaces',
    (ctx) => listMarketplaces(ctx),
    () => 'done',
  ),
  query('listCommitments', (ctx, { spot }) => listCommitments(ctx, spot.businessId), seen),
  query('listTechnologies', (ctx, { spot }) => listTechnologies(ctx, spot.businessId), seen),
];

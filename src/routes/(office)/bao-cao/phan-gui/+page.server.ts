import { canOpenParts } from '#features/reports/policy.ts';
import { ownRequests } from '#features/reports/queries/report-requests.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { requestLine } from './request-line.ts';

export const _access: Access = canOpenParts;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ requests: (await ownRequests(ctx)).map(requestLine) }));

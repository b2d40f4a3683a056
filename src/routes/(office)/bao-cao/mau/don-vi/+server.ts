import { redirect } from '@sveltejs/kit';
import { canKeepForms } from '#features/reports/policy.ts';
import type { Access } from '#routes/door.server.ts';
import type { RequestHandler } from './$types';

export const _access: Access = canKeepForms;

/** Units have a place of their own since they do more than fill reports; who kept this address finds them there. */
export const GET: RequestHandler = () => redirect(308, '/don-vi');

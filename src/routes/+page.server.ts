import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import type { Access } from './door.server.ts';

export const _access: Access = 'anyone';

export const load: PageServerLoad = ({ locals }) => redirect(303, locals.actor ? '/hom-nay' : '/dang-nhap');

import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import { digestText, type DigestKind } from '#features/reports/model/digest.ts';
import { canReadDigest, canSeeBoard, ownReportHamlets } from '#features/reports/policy.ts';
import { runningDigest } from '#features/reports/queries/running-digest.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { digest as words } from '../words.ts';

export const _access: Access = (actor) => canSeeBoard(actor) || ownReportHamlets(actor).length > 0;

/** `?loai=ngay` today, else the seven days that end today; `?ap=<id>` a hamlet, else the widest that the reader sees. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams.get('ap');
    if (asked !== null && !isId(asked)) throw notFound();
    const kind: DigestKind = event.url.searchParams.get('loai') === 'ngay' ? 'day' : 'week';
    const own = ownReportHamlets(ctx.actor);
    const hamletId = asked ?? (canSeeBoard(ctx.actor) ? null : (own[0] ?? null));
    const digest = await runningDigest(ctx, hamletId, kind);
    const hamlets = (await listHamlets(ctx)).filter(({ id }) => canReadDigest(ctx.actor, id));
    const places = [
      ...(canSeeBoard(ctx.actor) ? [{ id: null, name: words.whole((await getCommune(ctx)).title) }] : []),
      ...hamlets.map(({ id, name }) => ({ id, name })),
    ];
    const href = (place: string | null, of: DigestKind) =>
      `/bao-cao/tin-nhanh?loai=${of === 'day' ? 'ngay' : 'tuan'}${place === null ? '' : `&ap=${place}`}`;
    return {
      place: hamletId,
      kind,
      text: digestText(digest),
      kinds: (['week', 'day'] as const).map((of) => ({
        label: words.kinds[of],
        href: href(hamletId, of),
        current: of === kind,
      })),
      places: places.map(({ id, name }) => ({ id: id ?? '', name })),
    };
  });

import type { ReadContext } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { listGroups } from '#features/groups/queries.server.ts';
import { namesOnDuty } from '#features/groups/queries/group-members.server.ts';
import * as groupWords from '#features/groups/words.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { getPlan } from '#features/plans/queries.server.ts';
import type { DocumentMatter } from '../document/compose-document.ts';
import { contents, type DocumentContent, type GroupRow } from '../model/content.ts';
import type { StoredDocument } from './find-document.server.ts';
import { settingsOn } from './settings-on.server.ts';

/**
 * What a document says: live while it is a draft (the settings of today, the groups of today), by value since it was approved.
 * About a document that getDocument gave.
 */
export async function matterOf(ctx: ReadContext, document: StoredDocument): Promise<DocumentMatter> {
  if (document.snapshot !== null && document.state !== 'draft') return document.snapshot;
  const plan =
    document.kind === 'plan' && isId(document.about ?? '')
      ? await getPlan(ctx, document.about ?? '')
      : undefined;
  return {
    content: await contentOf(ctx, document),
    settings: await settingsOn(ctx, document.kind, ctx.today, plan),
    day: ctx.today,
    isSample: (await getCommune(ctx)).isSample,
  };
}

async function contentOf(ctx: ReadContext, { kind, typed }: StoredDocument): Promise<DocumentContent> {
  switch (kind) {
    case 'plan':
      return { kind, ...contents.plan.parse(typed) };
    case 'reminder':
      return { kind, ...contents.reminder.parse(typed) };
    case 'group_list':
      return { kind, ...contents.group_list.parse(typed), rows: await groupRows(ctx) };
    case 'commendation_list':
      return { kind, ...contents.commendation_list.parse(typed) };
    case 'invitation':
      return { kind, ...contents.invitation.parse(typed) };
    case 'minutes':
      return { kind, ...contents.minutes.parse(typed) };
  }
}

/** The groups that hamlets have registered and nobody has closed, in the order of hamlets (plan III.6). */
async function groupRows(ctx: ReadContext): Promise<GroupRow[]> {
  const groups = await listGroups(ctx, null);
  const onDuty = await namesOnDuty(ctx);
  return groups
    .filter(({ state }) => state !== 'closed')
    .map((group) => ({
      hamlet: group.hamletName,
      name: group.name,
      place: placeOf(group.place, groupWords.placeKind[group.placeKind]),
      openingHours: group.openingHours,
      registeredOn: group.registeredOn,
      state: groupWords.state[group.state],
      onDuty: onDuty.get(group.id) ?? [],
    }));
}

/** "Cạnh trường mẫu giáo (Văn phòng ấp)"; what the place says itself is not said again. */
function placeOf(place: string, kind: string): string {
  return place.toLocaleLowerCase('vi').includes(kind.toLocaleLowerCase('vi')) ? place : `${place} (${kind})`;
}

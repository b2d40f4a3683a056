import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { findPlan, type Plan } from '#features/plans/queries.server.ts';
import { defaultSettings } from '../default-settings.ts';
import type { PaperKind } from '../model/kinds.ts';
import type { Issuer, PaperSettings, PaperSigner, SettingPart } from '../model/settings.ts';

/**
 * Issuer, signer and recipients of a kind of paper on a day: of each part the newest setting that has begun, else what the plan
 * of that day and the product say (`plan`: another than the one in force). Asks no permission: it is printed on every paper.
 */
export async function settingsOn(
  ctx: ReadContext,
  kind: PaperKind,
  day: Day,
  plan?: Plan,
): Promise<PaperSettings> {
  const usual = defaultSettings(kind, await getCommune(ctx, day), plan ?? (await findPlan(ctx, day)));
  const kept = (await keptSettings(ctx, kind)).filter(({ validFrom }) => validFrom <= day);
  const newest = (part: SettingPart): unknown => kept.find((one) => one.part === part)?.value;
  return {
    // Written by keepPaperSettings only, in these shapes.
    /* oxlint-disable typescript/no-unsafe-type-assertion */
    issuer: (newest('issuer') as Issuer | undefined) ?? usual.issuer,
    signer: (newest('signer') as PaperSigner | undefined) ?? usual.signer,
    recipients: (newest('recipients') as string[] | undefined) ?? usual.recipients,
    /* oxlint-enable typescript/no-unsafe-type-assertion */
  };
}

export interface KeptSetting {
  part: SettingPart;
  validFrom: Day;
  value: unknown;
  keptAt: Date;
}

/** Every setting that was ever kept for a kind, newest first. Asks no permission, see above. */
export async function keptSettings(ctx: ReadContext, kind: PaperKind): Promise<KeptSetting[]> {
  const rows = await ctx.tx
    .selectFrom('document_settings')
    .select(['part', 'valid_from', 'value', 'kept_at'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .orderBy('valid_from', 'desc')
    .orderBy('part')
    .execute();
  return rows.map(({ part, valid_from: validFrom, value, kept_at: keptAt }) => ({
    part,
    validFrom,
    value,
    keptAt,
  }));
}

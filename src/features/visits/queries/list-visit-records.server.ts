import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { codeKey, knownCodes } from '../commands/catalogue-codes.server.ts';
import {
  itemNames,
  sayNothing,
  tracksOf,
  type Answers,
  type DigitalSource,
} from '../model/digital-status.ts';
import { recordsFromGuidance } from '../model/guidance.ts';
import { getPlacedVisit } from './visit-place.server.ts';

/** What a person told or showed at a visit, besides what the guidances of the visit prove by themselves. */
export interface ToldRecord {
  residentId: Id;
  source: DigitalSource;
  answers: Answers;
}

/** What one version of a visit learned about people, for the form that corrects it. Throws `not_found` when the actor may not see the visit. */
export async function listToldRecords(ctx: ReadContext, visitId: Id): Promise<ToldRecord[]> {
  const { row } = await getPlacedVisit(ctx, visitId);
  const guidances = await ctx.tx
    .selectFrom('guidances')
    .select(['resident_id', 'platform', 'outcome'])
    .where('commune_id', '=', ctx.communeId)
    .where('visit_id', '=', visitId)
    .execute();
  const records = await ctx.tx
    .selectFrom('digital_records')
    .select(['resident_id', 'source', ...itemNames])
    .where('commune_id', '=', ctx.communeId)
    .where('visit_id', '=', visitId)
    .execute();
  const known = await knownCodes(
    ctx,
    guidances.map((guidance) => ({ kind: 'platform', code: guidance.platform })),
    row.visited_on,
  );
  const proven = recordsFromGuidance(
    guidances.map((guidance) => ({
      residentId: guidance.resident_id,
      platform: guidance.platform,
      outcome: guidance.outcome,
    })),
    new Map(guidances.map(({ platform }) => [platform, tracksOf(known.get(codeKey('platform', platform)))])),
  );
  return records.flatMap(({ resident_id: residentId, source, ...answers }) => {
    const told: Answers = { ...answers };
    const own = proven.find((record) => record.residentId === residentId)?.answers;
    // What a guidance proved is written as 'shown' with the same answer: the correction proves it anew.
    if (own && source === 'shown')
      for (const item of itemNames) if (own[item] !== null && own[item] === told[item]) told[item] = null;
    return sayNothing(told) ? [] : [{ residentId, source, answers: told }];
  });
}

import * as z from 'zod/mini';
import { id, optionalDay, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';

/** The seven items of T6, as the plan names them (R26a–g). */
export const skillItems = [
  'online_services',
  'online_shopping',
  'online_payment',
  'self_protection',
  'other_platform',
  'vneid_account',
  'dvc_account',
] as const;
export type SkillItem = (typeof skillItems)[number];

/** True: can, false: cannot, null: not checked. */
export type SkillAnswers = Record<SkillItem, boolean | null>;

const answer = z._default(
  z.pipe(
    z.pipe(
      z.union([z.boolean(), z.string(), z.null()], shared.chooseOne),
      z.transform((value) => (value === 'yes' ? true : value === 'no' ? false : value === '' ? null : value)),
    ),
    z.nullable(z.boolean(shared.chooseOne)),
  ),
  null,
);

/** A check of one person's skills (W6). All items empty takes the earlier checks back: nothing is known. */
export const SkillCheckInput = z.object({
  id: z._default(optionalId, null),
  residentId: id,
  checkedOn: z._default(optionalDay, null),
  online_services: answer,
  online_shopping: answer,
  online_payment: answer,
  self_protection: answer,
  other_platform: answer,
  vneid_account: answer,
  dvc_account: answer,
  /** "Đã xác nhận trên VNeID": apart from the team's own check. */
  confirmed_on_vneid: z._default(z.enum(['yes', 'no', 'unknown'], shared.chooseOne), 'unknown'),
});
export type SkillCheckInput = z.infer<typeof SkillCheckInput>;

/** True only when all seven items are (R26): one that was not checked is not passed. */
export function isSkilled(check: SkillAnswers): boolean {
  return skillItems.every((item) => check[item] === true);
}

/** Not skilled needs an item that failed; without one, what was not checked keeps it unknown (R30). */
export function skillVerdict(check: SkillAnswers): 'skilled' | 'not_skilled' | 'unknown' {
  if (isSkilled(check)) return 'skilled';
  return skillItems.some((item) => check[item] === false) ? 'not_skilled' : 'unknown';
}

import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { ownTraining, trainingNeeds } from './queries/own-training.server.ts';
import { waiting as words } from './words.ts';

/** The member's next class; for who plans and leads: proposals, classes to confirm, members never trained or to be trained again (R50). */
export async function trainingWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const own = await ownTraining(ctx);
  const [next] = own?.next ?? [];
  if (own && next)
    waiting.push({
      key: 'own class',
      href: `/tap-huan/${next.id}`,
      count: own.next.length,
      text: words.own,
      detail: words.ownDetail(next.name, next.heldOn, next.startsAt),
      tone: 'calm',
      since: null,
    });
  const needs = await trainingNeeds(ctx);
  if (!needs) return waiting;
  const { proposals, toConfirm } = needs;
  return [
    ...waiting,
    {
      key: 'classes to confirm',
      href: toConfirm.length === 1 ? `/tap-huan/${toConfirm[0]?.id}` : '/tap-huan?loc=planned',
      count: toConfirm.length,
      text: words.toConfirm,
      detail: fewNames(
        toConfirm.map((one) => one.name),
        words.unit,
      ),
      tone: 'warm',
      since: toConfirm.map((one) => one.heldOn).toSorted()[0] ?? null,
    },
    {
      key: 'class proposals',
      href: proposals.length === 1 ? `/tap-huan/${proposals[0]?.id}` : '/tap-huan?loc=proposed',
      count: proposals.length,
      text: words.proposals,
      detail: fewNames(
        proposals.map((one) => one.name),
        words.unit,
      ),
      tone: 'warm',
      since: null,
    },
    {
      key: 'never trained',
      href: '/tap-huan/nang-luc?loc=never',
      count: needs.neverTrained,
      text: words.never,
      detail: null,
      tone: 'calm',
      since: null,
    },
    {
      key: 'to train again',
      href: '/tap-huan/nang-luc?loc=repeat',
      count: needs.toRepeat,
      text: words.repeat,
      detail: null,
      tone: 'calm',
      since: null,
    },
  ];
}

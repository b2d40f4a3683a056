import { canOpenMovements, canRecordActivity } from '#features/emulation/policy.ts';
import { listActivities } from '#features/emulation/queries/activities.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { mayRecordSome } from '../../activity-form.server.ts';
import { movementAt } from '../../movement-at.server.ts';
import { peopleOf } from '../../people-of.ts';
import { done } from '../../words.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    const { createdBy } = movement;
    return {
      movement,
      activities: (await listActivities(ctx, movement)).map((one) => ({
        ...one,
        people: peopleOf(one),
        mayEdit:
          movement.state === 'launched' &&
          canRecordActivity(ctx.actor, { createdBy, hamletId: one.hamletId }),
      })),
      mayRecord: await mayRecordSome(ctx, movement),
      done: doneText(done, event.url),
    };
  });

import type { Id } from '#shared/ids.ts';
import type { World } from '#tests/world.ts';
import { addFinding } from './commands/write-finding.server.ts';
import { holdInspection } from './commands/hold-inspection.server.ts';
import { planInspections } from './commands/plan-inspections.server.ts';
import { currentChecklist } from './queries/checklist.server.ts';

/** Inspections of the tests, through the commands: cô Hạnh plans and writes down. */
export async function planOne(world: World, hamletId: Id, more: Record<string, unknown> = {}): Promise<Id> {
  const { cast, run, read } = world;
  const { version, questions } = await read(cast.hanh, (ctx) => currentChecklist(ctx));
  const { ids } = await run(planInspections, cast.hanh, {
    plannedOn: '2026-12-01',
    kind: 'regular',
    hamletIds: [hamletId],
    people: [cast.hanh.accountId],
    version,
    topics: questions.map(({ code }) => code),
    ...more,
  });
  return ids[0] ?? '';
}

/** Held today: reports are good, the register is not, the rest was not looked at. */
export async function holdOne(world: World, inspectionId: Id, heldOn: string): Promise<void> {
  await world.run(holdInspection, world.cast.hanh, {
    inspectionId,
    heldOn,
    answers: [
      { code: 'reports', result: 'met' },
      { code: 'register', result: 'not_met', remark: 'Thiếu hộ mới chuyển đến ở tổ 3' },
    ],
  });
}

export async function findOne(
  world: World,
  inspectionId: Id,
  dueOn: string,
  text = 'Sổ thiếu hộ',
): Promise<Id> {
  const { id } = await world.run(addFinding, world.cast.hanh, {
    inspectionId,
    code: 'register',
    text,
    remedy: 'Rà lại sổ hộ tổ 3',
    dueOn,
  });
  return id;
}

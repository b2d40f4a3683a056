import { runCommand, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import { closeBusiness, registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import {
  recordStep,
  recordTechnology,
  signCommitment,
} from '#features/commerce/commands/record-business.server.ts';
import { sellingSteps, type BusinessKind } from '#features/commerce/model.ts';
import { hamletActor, type DemoPlace } from './demo-actors.ts';

interface Told {
  hamlet: number;
  kind: BusinessKind;
  name: string;
  products: string;
  contactName: string;
  /** Days ago: registered, then a step each six days. */
  ago: number;
  steps: number;
  committed?: true;
  technology?: string;
  closed?: true;
}

/** Invented businesses at every stretch of the way; one that nobody has visited for long, one that sells without a promise. */
const told: readonly Told[] = [
  {
    hamlet: 0,
    kind: 'producer',
    name: 'Mắm cá linh bà Bảy',
    products: 'Mắm cá linh, khô cá lóc',
    contactName: 'Phan Thị Bảy',
    ago: 90,
    steps: 8,
    committed: true,
    technology: 'Máy sấy năng lượng mặt trời',
  },
  {
    hamlet: 0,
    kind: 'household_business',
    name: 'Bánh phồng Ấp Mẫu 1',
    products: 'Bánh phồng, kẹo dừa',
    contactName: 'Trương Thị Mai',
    ago: 40,
    steps: 5,
  },
  {
    hamlet: 0,
    kind: 'producer',
    name: 'Chiếu cói chị Út',
    products: 'Chiếu cói, giỏ cói',
    contactName: 'Lê Thị Út',
    ago: 60,
    steps: 2,
  },
  {
    hamlet: 1,
    kind: 'cooperative',
    name: 'Hợp tác xã lúa sạch Mẫu',
    products: 'Gạo, cám gạo',
    contactName: 'Ngô Văn Lúa',
    ago: 70,
    steps: 7,
    committed: true,
    technology: 'Máy bay phun thuốc, cảm biến mực nước ruộng',
  },
  {
    hamlet: 1,
    kind: 'household_business',
    name: 'Rau an toàn anh Hai',
    products: 'Rau cải, dưa leo',
    contactName: 'Võ Văn Hai',
    ago: 12,
    steps: 1,
  },
  {
    hamlet: 2,
    kind: 'enterprise',
    name: 'Cơ sở nước mắm Mẫu',
    products: 'Nước mắm, tương',
    contactName: 'Đặng Thị Sen',
    ago: 30,
    steps: 3,
  },
  {
    hamlet: 2,
    kind: 'household_business',
    name: 'Tạp hóa cô Ba',
    products: 'Hàng tạp hóa',
    contactName: 'Nguyễn Thị Ba',
    ago: 100,
    steps: 2,
    closed: true,
  },
];

/** The businesses of the demo commune, guided step by step through the commands themselves. */
export async function writeDemoBusinesses(
  database: Database,
  { communeId, hamlets, now }: DemoPlace,
): Promise<void> {
  const today = dayOf(now);
  for (const one of told) {
    const hamlet = hamlets[one.hamlet];
    if (!hamlet?.members[0]) continue;
    const actor = hamletActor(communeId, hamlet, one.closed ? 0 : 1);
    let moment = now;
    const run = <Input, Loaded, Result>(
      command: Command<Input, Loaded, Result>,
      daysAgo: number,
      input: Record<string, unknown>,
    ) => {
      moment = new Date(startOf(addDays(today, -daysAgo)).getTime() + 9 * 3_600_000);
      return runCommand(database, command, { actor, now: moment }, { id: newId(moment), ...input });
    };
    const { hamlet: _, ago, steps, committed, technology, closed, ...words } = one;
    const { id: businessId } = await run(registerBusiness, ago, { ...words, hamletId: hamlet.id });
    for (const [index, step] of sellingSteps.slice(0, steps).entries())
      await run(recordStep, ago - 6 * (index + 1), {
        businessId,
        step,
        memberId: actor.memberId,
        marketplace: step === 'shop' ? 'buudien' : null,
      });
    const last = Math.max(0, ago - 6 * steps - 1);
    if (committed)
      await run(signCommitment, last, {
        businessId,
        signedOn: addDays(today, -last),
        signedBy: words.contactName,
      });
    if (technology)
      await run(recordTechnology, last, { businessId, name: technology, appliedOn: addDays(today, -ago) });
    if (closed) await run(closeBusiness, last, { businessId });
  }
}

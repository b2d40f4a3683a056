import { newId, type Id } from '#shared/ids.ts';
import type { NewOperation } from '../../src/field/store/own-work.ts';

/** Whose day it is, and where; a test puts its own people and hamlet in their place. */
export interface Place {
  hamletId: Id;
  memberId: Id;
}

/** A day on which chị Lan does each thing that a phone can tell, once; all people are invented. */
export function dayOfWork({ hamletId, memberId }: Place, now: Date): NewOperation[] {
  const [household, ba, tam, moi] = [newId(now), newId(now), newId(now), newId(now)];
  const [visit, second, meeting, another, helper, obstacle] = [1, 2, 3, 4, 5, 6].map(() => newId(now));
  const tell = (
    command: string,
    input: Record<string, unknown>,
    base: NewOperation['base'] = null,
  ): NewOperation => ({
    command,
    scope: hamletId,
    household: /^(outreach|obstacle)/.test(command) ? null : household,
    input,
    base,
  });
  const met = { met: 'someone', metResidents: [ba], form: 'home_visit' };
  const guidances = [{ residentId: ba, platform: 'so_suc_khoe', outcome: 'installed' }];
  const gathering = { form: 'hamlet_meeting', reach: 'listed', householdIds: [household] };
  return [
    tell('household.register', {
      id: household,
      hamletId,
      address: 'Đường Kênh 2',
      residents: [
        { id: ba, fullName: 'Nguyễn Văn Ba', relation: 'head', birth: '1960' },
        { id: tam, fullName: 'Nguyễn Thị Tám', relation: 'child', birth: '12/03/1988' },
      ],
    }),
    tell('visit.record', { id: visit, householdId: household, ...met, guidances, note: 'Hẹn tuần sau' }),
    tell('visit.correct', { visitId: visit, reason: 'Ghi thiếu', ...met, guidances, need: 'Đặt lịch khám' }),
    tell('visit.record', { id: second, householdId: household, met: 'nobody' }),
    tell('visit.withdraw', { id: newId(now), visitId: second, reason: 'Nhầm hộ' }),
    tell('resident.register', {
      householdId: household,
      resident: { id: moi, fullName: 'Lê Thị Mới', relation: 'child' },
    }),
    tell('resident.correct', { residentId: ba, phone: '0912 345 678' }, { phone: null }),
    tell(
      'household.correct',
      { householdId: household, address: 'Đường Kênh 3' },
      { address: 'Đường Kênh 2' },
    ),
    tell('digital.record', { id: newId(now), residentId: tam, source: 'declared', bank_account: 'yes' }),
    tell('skill.check', { id: newId(now), residentId: tam, online_services: true, dvc_account: false }),
    tell('helper.assign', { id: helper, householdId: household, memberId, reason: 'Ở một mình' }),
    tell('helper.end', { assignmentId: helper, reason: 'Đã làm được' }),
    tell('outreach.record', { id: meeting, hamletId, ...gathering }),
    tell('outreach.correct', {
      sessionId: meeting,
      reason: 'Thiếu nội dung',
      ...gathering,
      topics: ['an_toan'],
    }),
    tell('outreach.record', { id: another, hamletId, ...gathering }),
    tell('outreach.withdraw', { id: newId(now), sessionId: another, reason: 'Ghi hai lần' }),
    tell('obstacle.raise', {
      id: obstacle,
      hamletId,
      kind: 'obstacle',
      pillar: 'society',
      title: 'Sóng yếu ở cuối ấp',
      severity: 'moderate',
    }),
    tell('household.name_head', { householdId: household, residentId: tam }),
    tell('resident.change_state', { residentId: moi, state: 'moved_out', on: '2026-11-24' }),
    tell('household.change_state', { householdId: household, state: 'away', on: '2026-11-24' }),
  ];
}

import { describe, expect, it } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { defaultDefinitions } from './default-definitions.ts';
import { targetDefinition } from './definition.ts';
import { forecastOf, goalCount, noFigure, planLineOn } from './figures.ts';
import { canDefineTargets, canSeeFigures, canSeeNames } from './policy.ts';
import { explainTarget } from './sentence.ts';

const plan = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const definition = (code: string) => {
  const found = defaultDefinitions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};

const say = (code: string) => explainTarget(definition(code), { from: plan.startsOn, to: plan.endsOn });
const actor = (role: string, hamletId: string | null): Actor => ({
  accountId: 'a',
  communeId: '30658',
  fullName: 'x',
  memberId: null,
  grants: [{ role, hamletId }],
});

describe('a definition', () => {
  it('of the plan passes the schema that the officer’s own must pass', () => {
    for (const one of defaultDefinitions) expect(targetDefinition.parse(one).code).toBe(one.code);
  });

  it('cannot ask a household what only a person can answer, nor want less than its floor', () => {
    const t2 = definition('T2');
    const asksAge = { ...t2, reached: { fact: 'age', atLeast: 14 } };
    const tooLow = { ...t2, goal: { kind: 'rate', floor: 90, ambition: 80 } };
    for (const wrong of [asksAge, tooLow, { ...t2, secret: 1 }])
      expect(targetDefinition.safeParse(wrong).success).toBe(false);
  });

  it('explains itself in plain words', () => {
    expect(say('T2')).toBe(
      'Hộ đang cư trú: đạt khi có ít nhất một lần được tuyên truyền có ghi tên hộ trong năm 2026. Mục tiêu: 100 %. Trường hợp chưa rõ được ghi riêng, không tính là "không".',
    );
    expect(say('T5')).toContain('từ đủ 14 tuổi');
    expect(say('T3')).toContain('y tế, giáo dục hoặc chính sách xã hội');
    expect(say('T1')).toContain('ít nhất 5 mô hình');
  });
});

describe('plan line and forecast (R29)', () => {
  const rate = { kind: 'rate', floor: 80 } as const;
  it('goes evenly from nothing before the plan to the goal on its last day', () => {
    const on = (day: string) => planLineOn(rate, { kind: 'even' }, plan, day);
    expect(on('2025-12-31')).toBe(0);
    expect(on('2026-12-31')).toBe(80);
    expect(on('2027-03-01')).toBe(80);
    expect(on('2026-07-02')).toBeCloseTo((80 * 183) / 365);
    expect(
      planLineOn({ kind: 'count', atLeast: 5 }, { kind: 'by_day', day: '2026-05-31' }, plan, '2026-06-01'),
    ).toBe(5);
  });

  it('never rounds a share down: 80 % of 7 households are 6', () => {
    expect(goalCount(rate, 7)).toBe(6);
    expect(goalCount(rate, 5)).toBe(4);
  });

  it('goes on as in the last weeks and says when the goal is reached', () => {
    const now = { ...noFigure, population: 1000, reached: 400 };
    const pace = forecastOf(rate, now, '2026-10-01', { on: '2026-08-06', reached: 120 }, plan);
    expect(pace?.perWeek).toBe(35); // 280 in 8 weeks
    expect(pace?.reachedAtEnd).toBe(855); // 5 a day for 91 days
    expect(pace?.goalOn).toBe('2026-12-20'); // 400 more at 5 a day
    expect(forecastOf(rate, now, '2026-10-01', { on: '2026-08-06', reached: 400 }, plan)?.goalOn).toBeNull();
    expect(forecastOf(rate, now, '2026-10-01', { on: '2026-09-28', reached: 1 }, plan)).toBeNull();
  });
});

describe('who may see targets (domain/03 §7.2)', () => {
  it('a member: figures and names of their hamlet only', () => {
    const lan = actor('member', 'h1');
    expect([canSeeFigures(lan, 'h1'), canSeeNames(lan, 'h1')]).toEqual([true, true]);
    expect([canSeeFigures(lan, 'h2'), canSeeNames(lan, 'h2'), canSeeFigures(lan, null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
  it('the province and the Economic office: figures without names', () => {
    for (const role of ['province_viewer', 'economic_officer'])
      expect([canSeeFigures(actor(role, null), null), canSeeNames(actor(role, null), 'h1')]).toEqual([
        true,
        false,
      ]);
  });
  it('administrator, auditor and clerk: nothing; only the Culture–Social office defines', () => {
    for (const role of ['commune_admin', 'auditor', 'records_clerk'])
      expect(canSeeFigures(actor(role, null), null)).toBe(false);
    expect(canDefineTargets(actor('culture_social_officer', null))).toBe(true);
    expect(canDefineTargets(actor('culture_social_head', null))).toBe(true);
    expect(canDefineTargets(actor('commune_leader', null))).toBe(false);
  });
});

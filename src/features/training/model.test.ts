import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsLater, standingOf } from './model/competence.ts';
import { resultOf } from './model/marks.ts';
import {
  canFollow,
  classStates,
  ClassInput,
  nextStates,
  optionalScore,
  type ClassState,
} from './model/training-class.ts';

// A class is planned, then held or cancelled; a hamlet's proposal is taken into the plan first (domain/03 §7.2, "propose").
const drawn = ['proposed>planned', 'proposed>cancelled', 'planned>held', 'planned>cancelled'];

test('the steps are those of the drawing and no others', () => {
  for (const from of classStates)
    for (const to of classStates) expect(canFollow(from, to)).toBe(drawn.includes(`${from}>${to}`));
});

test('no walk leaves the machine; nothing follows a held or a cancelled class; none is held that was not planned', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ClassState>('proposed', 'planned'),
      fc.array(fc.nat(), { maxLength: 10 }),
      (start, choices) => {
        const walk: ClassState[] = [start];
        for (const choice of choices) {
          const next = nextStates(walk.at(-1) ?? start);
          const to = next[choice % Math.max(next.length, 1)];
          if (to === undefined) break;
          walk.push(to);
        }
        expect(walk.length).toBeLessThanOrEqual(3);
        for (const end of ['held', 'cancelled'] as const)
          if (walk.includes(end)) expect(walk.at(-1)).toBe(end);
        if (walk.includes('held')) expect(walk).toContain('planned');
      },
    ),
  );
});

test('what a member knows of a topic: never, trained, to be repeated when not passed or when the time is over', () => {
  const today = '2026-11-24';
  expect(standingOf(undefined, 12, today)).toEqual({ kind: 'never' });
  expect(standingOf({ on: '2026-03-02', result: 'passed' }, 12, today)).toMatchObject({
    kind: 'trained',
    dueOn: '2027-03-02',
  });
  expect(standingOf({ on: '2025-11-24', result: 'passed' }, 12, today)).toMatchObject({
    kind: 'repeat',
    why: 'over',
  });
  expect(standingOf({ on: '2025-11-25', result: null }, 12, today).kind).toBe('trained');
  expect(standingOf({ on: '2026-11-20', result: 'not_passed' }, 12, today)).toMatchObject({
    kind: 'repeat',
    why: 'not_passed',
  });
  expect(standingOf({ on: '2020-01-01', result: null }, null, today)).toEqual({
    kind: 'trained',
    on: '2020-01-01',
    result: null,
    dueOn: null,
  });
});

test('months later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsLater('2027-08-31', 6)).toBe('2028-02-29');
  expect(monthsLater('2026-01-15', 24)).toBe('2028-01-15');
});

test('a score decides by the pass score, and a choice against it is asked about', () => {
  expect(resultOf({ result: null, score: 5 }, 5)).toEqual({ result: 'passed' });
  expect(resultOf({ result: null, score: 4.9 }, 5)).toEqual({ result: 'not_passed' });
  expect(resultOf({ result: 'passed', score: 4 }, 5)).toBeNull();
  expect(resultOf({ result: 'not_passed', score: null }, 5)).toEqual({ result: 'not_passed' });
  expect(resultOf({ result: null, score: null }, 5)).toEqual({ result: null });
});

test('scores are typed with a comma or a dot; what is no score of ten is refused', () => {
  for (const [typed, score] of [
    ['7,5', 7.5],
    ['10', 10],
    ['0', 0],
    ['', null],
    [' 8.5 ', 8.5],
  ] as const)
    expect(optionalScore.parse(typed)).toBe(score);
  for (const typed of ['11', '-1', 'bảy', '7,55', '1e1'])
    expect(optionalScore.safeParse(typed).success).toBe(false);
});

test('a class needs a topic, a place when people come, and an end after its beginning', () => {
  const good = {
    topicIds: ['01890000-0000-7000-8000-000000000001'],
    form: 'in_person',
    place: 'Hội trường',
    trainer: 'Đặng Thị Hạnh',
    heldOn: '05/12/2026',
    startsAt: '7 giờ 30',
    endsAt: '10h',
  };
  expect(ClassInput.parse(good)).toMatchObject({ heldOn: '2026-12-05', startsAt: '07:30', endsAt: '10:00' });
  const wrong = (more: object) =>
    ClassInput.safeParse({ ...good, ...more }).error?.issues.map((issue) => issue.path.join('.'));
  expect(wrong({ place: '' })).toEqual(['place']);
  expect(wrong({ form: 'online', place: '' })).toBeUndefined();
  expect(wrong({ endsAt: '7:00' })).toEqual(['endsAt']);
  expect(wrong({ topicIds: [] })).toEqual(['topicIds']);
  expect(wrong({ topicIds: undefined })).toEqual(['topicIds']);
  expect(wrong({ startsAt: '' })).toEqual(['startsAt']);
  expect(wrong({ link: 'http://x.vn' })).toEqual(['link']);
});

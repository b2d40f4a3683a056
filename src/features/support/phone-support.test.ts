import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { toHelp, withTold, type PhoneRequest } from './phone-support.ts';

const now = new Date('2026-11-24T02:00:00Z');
const [id, hamletId, memberId, other] = [newId(now), newId(now), newId(now), newId(now)];
const request: PhoneRequest = {
  id,
  hamletId,
  personName: 'Nguyễn Văn Ba',
  phone: null,
  householdId: newId(now),
  residentId: null,
  platform: 'vneid',
  topic: null,
  place: 'home',
  groupId: null,
  urgency: 'soon',
  state: 'assigned',
  stateOn: '2026-11-23',
  raisedOn: '2026-11-22',
  dueOn: '2026-11-25',
  memberId,
  scheduledOn: null,
  scheduledAt: null,
  satisfaction: null,
  note: null,
  isOwn: false,
};
const told = (command: string, input: Record<string, unknown>, at = '2026-11-24T01:00:00Z') => ({
  command,
  input,
  at,
});

test('what is done without a network is laid over the list, step by step', () => {
  const steps = [
    told('support.schedule', { requestId: id, scheduledOn: '2026-11-24', scheduledAt: '8 giờ' }),
    told('support.finish', { requestId: id, note: 'Đã cài' }, '2026-11-24T03:00:00Z'),
    told('support.rate', { requestId: id, satisfaction: 'good' }),
  ];
  expect(withTold([request], steps.slice(0, 1))).toMatchObject([
    { state: 'scheduled', scheduledOn: '2026-11-24', scheduledAt: '8 giờ' },
  ]);
  expect(withTold([request], steps)).toMatchObject([
    { state: 'done', stateOn: '2026-11-24', satisfaction: 'good' },
  ]);
});

test('what is asked stands there at once, without a day that only the server knows; sent twice it stands once', () => {
  const asked = told('support.ask', {
    id: other,
    hamletId,
    channel: 'member',
    personName: 'Cô Út',
    phone: '0912345678',
    topic: 'Nộp hồ sơ',
    place: 'home',
    urgency: 'urgent',
  });
  const list = withTold([], [asked, asked]);
  expect(list).toMatchObject([{ id: other, state: 'new', dueOn: null, isOwn: true, personName: 'Cô Út' }]);
  const given = told('support.assign', { requestId: other, memberId });
  expect(withTold([], [asked, given])).toMatchObject([{ state: 'assigned', memberId }]);
});

test('a step that the drawing does not have changes nothing', () => {
  const ended = { ...request, state: 'cancelled' as const };
  for (const wrong of [
    told('support.schedule', { requestId: id, scheduledOn: '2026-11-24' }),
    told('support.finish', { requestId: id, note: 'Đã cài' }),
    told('support.end', { requestId: id, to: 'no_show' }),
    told('support.rate', { requestId: id, satisfaction: 'good' }),
    told('support.assign', { requestId: id, memberId: other }),
  ])
    expect(withTold([ended], [wrong])).toEqual([ended]);
  // Nobody was there without an appointment: there is nothing to miss.
  expect(withTold([request], [told('support.end', { requestId: id, to: 'no_show' })])).toEqual([request]);
});

test('a member goes first where it was agreed, then where the last day is nearest; to nobody else’s', () => {
  const late = { ...request, id: other, dueOn: '2026-11-20' };
  const agreed = { ...request, state: 'scheduled' as const, scheduledOn: '2026-11-19' };
  const elsewhere = { ...request, id: newId(now), memberId: other };
  const done = { ...request, id: newId(now), state: 'done' as const };
  expect(toHelp([request, late, elsewhere, done, { ...agreed, id: hamletId }], memberId)).toEqual([
    { ...agreed, id: hamletId },
    late,
    request,
  ]);
  expect(toHelp([request], null)).toEqual([]);
});

import { expect, it } from 'vitest';
import { fieldCommands } from '../field-commands.server.ts';
import { titleOf, toldLines } from './told.ts';
import { withoutSecrets } from './without-secrets.ts';
import { newId } from '#shared/ids.ts';

it('has a title for everything that a phone may tell', () => {
  const other = titleOf('không có');
  expect(fieldCommands.size).toBeGreaterThan(15);
  expect([...fieldCommands.keys()].filter((name) => titleOf(name) === other)).toEqual([]);
  expect(titleOf('constructor')).toBe(other);
});

it('tells a correction as people say it, and no id', () => {
  expect(
    toldLines({
      residentId: newId(new Date(0)),
      fullName: 'Nguyễn Thị Tám Em',
      birth: { date: '1966-12-31', precision: 'year' },
      sex: 'female',
      hasSmartphone: 'yes',
    }),
  ).toEqual([
    { label: 'Họ và tên', text: 'Nguyễn Thị Tám Em' },
    { label: 'Ngày sinh', text: '1966' },
    { label: 'Giới tính', text: 'Nữ' },
    { label: 'Điện thoại thông minh', text: 'Có' },
  ]);
});

it('tells a visit and a new person', () => {
  expect(
    toldLines({ met: 'nobody', visitedOn: '2026-11-24', guidances: [], nextStep: 'Ghé lại', note: null }),
  ).toEqual([
    { label: 'Ngày gặp', text: '24/11/2026' },
    { label: 'Có gặp ai không', text: 'Không gặp ai' },
    { label: 'Việc hẹn làm tiếp', text: 'Ghé lại' },
  ]);
  expect(toldLines({ resident: { fullName: 'Trần Văn Út', birth: '15/08/1990' } })).toEqual([
    { label: 'Họ và tên', text: 'Trần Văn Út' },
    { label: 'Ngày sinh', text: '15/08/1990' },
  ]);
});

it('breaks at nothing that a phone may send', () => {
  for (const input of [
    { birth: {} },
    { sex: 'constructor' },
    { resident: [1] },
    { note: { a: 1 }, on: '\0' },
  ])
    expect(() => toldLines(input)).not.toThrow();
});

it('keeps no password, code or number of a paper', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  const told = {
    householdId: id,
    phone: '0912345678',
    note: 'mật khẩu: Abc12345',
    records: [{ residentId: id, note: 'OTP 482913' }],
    names: ['Lan'],
  };
  expect(withoutSecrets(told)).toEqual({
    householdId: id,
    phone: '0912345678',
    records: [{ residentId: id }],
    names: ['Lan'],
  });
});

import { expect, test } from 'vitest';
import { keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { problemOf, settleCatalogue } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { retireContent, writeContent } from './commands/write-content.server.ts';
import { ContentInput, longest, secondsToRead } from './content.ts';
import { reading } from './content-words.ts';
import { contentsOfUnit, getContent, listContents, listContentVersions } from './queries/contents.server.ts';

/** R24, R31: one content in many forms, with its versions (issue 5, line 7). */
const world = useWorld();
const otp = {
  kind: 'scam_warning',
  title: 'Không đọc mã OTP cho ai',
  loudspeaker: 'Kính thưa bà con, không ai được hỏi mã OTP.',
  zalo: 'Không đọc mã OTP cho ai.',
};

test('cô Hạnh writes a warning and mends it: the next version stands, the first is kept as it was', async () => {
  const { cast, run, read } = world();
  await settleCatalogue(world());
  const { id } = await run(writeContent, cast.hanh, otp);
  await run(writeContent, cast.hanh, { ...otp, contentId: id });
  expect(await read(cast.lan, (ctx) => getContent(ctx, id))).toMatchObject({
    version: 1,
    forms: ['loudspeaker', 'zalo'],
  });
  const link = 'https://vneid.gov.vn';
  await run(writeContent, cast.dung, { ...otp, contentId: id, leaflet: 'Ngắt máy khi bị hỏi mã.', link });
  expect(await read(cast.lan, (ctx) => getContent(ctx, id))).toMatchObject({
    version: 2,
    leaflet: 'Ngắt máy khi bị hỏi mã.',
    writerName: cast.dung.fullName,
  });
  expect(await read(cast.lan, (ctx) => listContentVersions(ctx, id))).toMatchObject([
    { version: 1, leaflet: null, writerName: cast.hanh.fullName },
  ]);
});

test('what is out of use is no longer in the list, and a new version brings it back', async () => {
  const { cast, run, read } = world();
  const { id } = await run(writeContent, cast.hanh, otp);
  await run(retireContent, cast.hanh, { contentId: id });
  const listed = async (more: object = {}) =>
    (await read(cast.lan, (ctx) => listContents(ctx, more))).map((one) => one.id);
  expect(await listed()).toEqual([]);
  expect(await listed({ retired: true })).toEqual([id]);
  await run(writeContent, cast.hanh, { ...otp, contentId: id });
  expect(await listed({ form: 'zalo', kind: 'scam_warning' })).toEqual([id]);
  expect(await listed({ form: 'leaflet' })).toEqual([]);
});

test('what a unit gave stands under its name, for the unit too, until it is out of use (R66)', async () => {
  const { cast, run, read } = world();
  const unitId = await run(keepUnit, cast.hanh, {
    name: 'Trạm Y tế xã',
    kind: 'health_station',
    accountIds: [cast.doan.accountId],
  });
  const { id } = await run(writeContent, cast.hanh, { ...otp, title: 'Cài Sổ sức khỏe điện tử', unitId });
  await run(writeContent, cast.hanh, otp);
  expect((await read(cast.lan, (ctx) => getContent(ctx, id))).unitName).toBe('Trạm Y tế xã');
  const given = async (who: typeof cast.lan) =>
    (await read(who, (ctx) => contentsOfUnit(ctx, unitId))).map(({ title }) => title);
  for (const who of [cast.hanh, cast.doan]) expect(await given(who)).toEqual(['Cài Sổ sức khỏe điện tử']);
  expect((await problemOf(given(cast.lan))).code).toBe('not_found');
  await run(retireContent, cast.hanh, { contentId: id });
  expect(await given(cast.doan)).toEqual([]);
});

test('a title stands once; what is not in the catalogue, or has no words at all, is refused', async () => {
  const { cast, run } = world();
  await run(writeContent, cast.hanh, otp);
  const wrong = async (more: object) =>
    Object.keys((await problemOf(run(writeContent, cast.hanh, { ...otp, title: 'Khác', ...more }))).fields);
  expect(await wrong({ title: 'KHÔNG ĐỌC MÃ OTP CHO AI' })).toEqual(['title']);
  expect(await wrong({ platform: 'khong_co' })).toEqual(['platform']);
  expect(await wrong({ loudspeaker: '', zalo: ' ' })).toEqual(['loudspeaker']);
  expect(await wrong({ link: 'vneid.gov.vn' })).toEqual(['link']);
  expect((await problemOf(run(writeContent, cast.tu, { ...otp, title: 'Của ấp' }))).code).toBe('not_allowed');
});

test('a leaflet fits its page, and nobody writes down a number of a paper or a code', () => {
  const read = (more: object) =>
    ContentInput.safeParse({ ...otp, ...more }).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(read({ leaflet: 'a'.repeat(longest.leaflet) })).toEqual([]);
  expect(read({ leaflet: 'a'.repeat(longest.leaflet + 1) })).toEqual(['leaflet']);
  expect(read({ talk: 'Ví dụ mã OTP là 123456' })).toEqual(['talk']);
  expect(read({ talk: 'Ví dụ căn cước 089123456789' })).toEqual(['talk']);
});

test('a script says how long it takes to read aloud', () => {
  expect(secondsToRead('một hai ba')).toBe(5);
  // 130 syllables are a minute.
  expect(secondsToRead(Array.from({ length: 130 }, () => 'loa').join(' '))).toBe(60);
  expect(reading(secondsToRead(Array.from({ length: 174 }, () => 'loa').join(' ')))).toBe(
    'Đọc chừng 1 phút 25 giây',
  );
});

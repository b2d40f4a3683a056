import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import type { CatalogueItem } from '#features/sync/model/book.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { noAnswers, type Answers } from '#features/visits/model/digital-status.ts';
import { choosePlatforms, shownAtOnce } from './platform-choice.ts';

const id = newId(new Date('2026-11-23T02:00:00Z'));
const catalogue: CatalogueItem[] = defaultCatalogue.map((item) => ({
  kind: item.kind,
  code: item.code,
  name: item.name,
  retired: item.code === 'vssid',
  details: { tracks: item.tracks },
}));
const living = (digital: Answers) => ({ id, state: 'living', digital }) as PhonePerson;
const homeOf = (people: PhonePerson[], shown: string[] = []) =>
  ({
    id,
    people,
    visits: [{ guidances: shown.map((platform) => ({ platform })) }],
  }) as unknown as PhoneHome;
const everything: Answers = {
  vneid: 'activated',
  dvc_account: 'yes',
  bank_account: 'yes',
  e_payment: 'regular',
  health_app: 'yes',
  education_app: 'yes',
  social_app: 'yes',
};
const codes = (items: CatalogueItem[]) => items.map((item) => item.code);

describe('the platforms in front', () => {
  it('are those that somebody of the household still needs, in the order of the catalogue', () => {
    const { first, rest } = choosePlatforms(catalogue, homeOf([living(noAnswers)]), [], []);
    expect(first).toHaveLength(shownAtOnce);
    expect(codes(first).slice(0, 3)).toEqual(['vneid', 'dvc', 'so_suc_khoe']);
    expect(codes([...first, ...rest])).not.toContain('vssid');
  });

  it('are then those that are shown most in the hamlet', () => {
    const home = homeOf([living({ ...everything, vneid: 'installed' })]);
    const { first } = choosePlatforms(catalogue, home, [homeOf([], ['mua_sam', 'mua_sam', 'buudien'])], []);
    expect(codes(first)).toEqual(expect.arrayContaining(['vneid', 'buudien', 'mua_sam']));
  });

  it('hold what was chosen before, also when it is no longer offered', () => {
    const { first } = choosePlatforms(catalogue, homeOf([living(noAnswers)]), [], ['an_toan_mang', 'vssid']);
    expect(codes(first)).toEqual(expect.arrayContaining(['an_toan_mang', 'vssid']));
  });
});

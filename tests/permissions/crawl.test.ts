import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { httpPhone } from '#tests/http-phone.ts';
import { signedIn, startProduct, type Product } from '#tests/product.ts';
import { testDatabase } from '#tests/test-database.ts';
import { hiddenNames, readDemo, type Demo, type Kind } from './crawl-world.ts';
import { may, mayAnywhere, mayInCommune, type Asker } from './predicate.ts';
import { everyRoute, type Route } from './routes.ts';

/*
 * Every page and file of the running product, for people of several roles: nobody is shown a name that is not theirs to see,
 * what is hidden answers like what is not there, and nothing breaks. Pages are read from the folder of routes.
 */

const database = testDatabase();
let product: Product;
let demo: Demo;
const cookies = new Map<string, string>();
const logins = ['chilan', 'chutu', 'basau', 'hanh', 'loan', 'quan', 'phuc', 'ngadl'] as const;
type Login = (typeof logins)[number];

beforeAll(async () => {
  product = await startProduct(database.connectionString(), { households: 48 });
  // Of the heads: their phones are seen by who sees phones of the hamlet.
  for (const login of ['chutu', 'basau']) await httpPhone(product, login, demoPassword);
  demo = await readDemo(database.connectionString());
  for (const login of logins) cookies.set(login, await signedIn(product, login, demoPassword));
});
// Why something broke stands in the product's own log.
afterEach(({ task }) => {
  if (task.result?.state === 'fail') throw new Error(product.output().slice(-4000));
});
afterAll(() => product.stop());

const absent = '01890000-0000-7000-8000-000000000000';
const routes = everyRoute().filter((route) => !['/dang-xuat', '/cai-dat'].includes(route.id));
const asker = (login: Login): Asker =>
  demo.askers.get(login) ?? { accountId: '', memberId: null, grants: [] };
const sees = (login: Login) => (hamletId: string) => may(asker(login), 'register.read', { hamletId });

async function get(login: Login, path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(product.url + path, {
    redirect: 'manual',
    headers: { cookie: cookies.get(login) ?? '', accept: 'text/html' },
  });
  return { status: answer.status, text: await answer.text() };
}

/** What stands for the first parameter of a route: by its first folder. */
const kinds: Record<string, Kind> = {
  'so-ho': 'household',
  'bao-cao': 'report',
  to: 'team',
  'tai-khoan': 'account',
  'to-tu-quan': 'group',
  'tuyen-truyen': 'session',
  'tuyen-truyen/noi-dung': 'content',
  'tuyen-truyen/dot': 'campaign',
  'thi-dua': 'movement',
  'kho-khan': 'obstacle',
  'kinh-te-so': 'business',
  'ho-tro': 'request',
  'kiem-tra': 'inspection',
  'kiem-tra/ton-tai': 'finding',
  'giao-viec': 'task',
  'don-vi': 'unit',
  'danh-muc': 'entry',
  'luot-tham': 'visit',
  'dien-thoai': 'phone',
  'van-ban': 'document',
};
const codes: Record<string, string> = { 'chi-tieu': 'T2' };
/** By its first folder, or by its first two where a room has things of several kinds. */
const kindOf = (route: Route): Kind | undefined => {
  const [, room = '', inside = ''] = route.id.split('/');
  return kinds[`${room}/${inside}`] ?? kinds[room];
};

/** What stands for the second parameter: of the same place, by the folder before it. */
const seconds: Record<string, Kind> = { 'thanh-vien': 'member', nguoi: 'resident', 'lan-gap': 'visit' };

function filled(route: Route, first: string, place: 0 | 1 = 0): string {
  const parts = route.id.split('/');
  const own = kinds[`${parts[1]}/${parts[2]}`] ? 3 : 2;
  return parts
    .map((part, at) => {
      if (!part.startsWith('[')) return part;
      if (at === own) return codes[parts[1] ?? ''] ?? first;
      const kind = seconds[parts[at - 1] ?? ''];
      return kind ? (demo.things[kind][place] ?? absent) : 'households';
    })
    .join('/');
}

/** Every address of a route: with a thing of the first hamlet and of the second; of all kinds where the kind is not known. */
function addresses(route: Route): { path: string; hamletId: string | null }[] {
  if (!route.id.includes('[')) return [{ path: route.id, hamletId: null }];
  const kind = kindOf(route);
  const things = kind ? [demo.things[kind]] : Object.values(demo.things);
  return things.flatMap((pair) =>
    ([0, 1] as const).flatMap((place) => {
      const id = pair[place];
      return id === null ? [] : [{ path: filled(route, id, place), hamletId: demo.hamlets[place] }];
    }),
  );
}

/** May the asker see a thing of this kind in the hamlet at all? Null: the table does not say for this kind. */
function seesThing(who: Asker, kind: Kind, hamletId: string): boolean | null {
  const thing = { hamletId };
  if (kind === 'household') return may(who, 'register.read', thing);
  if (kind === 'report') return may(who, 'reports.read', { ...thing, reportState: 'submitted' });
  if (kind === 'team' || kind === 'member') return may(who, 'teams.read', thing);
  if (kind === 'phone') return may(who, 'phones.read', thing);
  if (kind === 'document') return may(who, 'documents.read', { hamletId: null, documentState: 'issued' });
  // Nobody of those who crawl raised the first one of a hamlet but who sees the hamlet's.
  if (kind === 'obstacle')
    return may(who, 'obstacles.read', { ...thing, level: 'commune', obstacleState: 'triaged' });
  // Nobody of those who crawl is named to go in the first two hamlets but the office.
  if (kind === 'inspection' || kind === 'finding')
    return may(who, 'inspections.read', { ...thing, inspectionKind: 'regular', inspectionState: 'held' });
  // Who leads or follows all sees it; whether a member does depends on whose it is.
  if (kind === 'request') return may(who, 'support.read', thing) || null;
  if (kind === 'task') return may(who, 'tasks.read', thing) || null;
  if (kind === 'business') return may(who, 'commerce.read', thing);
  if (kind === 'group') return may(who, 'groups.read', thing);
  // The first of the demo is over; its draft is the last.
  if (kind === 'movement') return mayAnywhere(who, 'emulation.read');
  if (kind === 'content' || kind === 'campaign') return mayInCommune(who, 'outreach.read_commune_wide');
  // Who acts for a unit sees it; the others only who reads all.
  if (kind === 'unit') return mayInCommune(who, 'units.read') || null;
  if (kind === 'session' || kind === 'visit') return may(who, 'visits.read', thing);
  return null;
}

/** Who may open a page that stands for itself; pages that are not here open or not as their own door says. */
const doors: Record<string, (who: Asker) => boolean> = {
  '/so-ho': (who) => mayAnywhere(who, 'register.read'),
  '/chi-tieu': (who) => mayAnywhere(who, 'targets.read'),
  '/bao-cao/hoi-lai': (who) => mayInCommune(who, 'reports.decide'),
  '/bao-cao': (who) => mayInCommune(who, 'reports.sum') || mayAnywhere(who, 'reports.draft'),
  '/bao-cao/hoi-lai/tai-ve': (who) => mayInCommune(who, 'reports.decide'),
  '/kiem-tra': (who) => mayAnywhere(who, 'inspections.open'),
  '/kiem-tra/tai-ve': (who) => mayAnywhere(who, 'inspections.open'),
  '/kiem-tra/moi': (who) => mayInCommune(who, 'inspections.keep'),
  '/kiem-tra/danh-muc': (who) => mayInCommune(who, 'inspections.keep'),
  '/nhap-danh-sach': (who) => mayInCommune(who, 'register.import'),
  '/tai-khoan': (who) => mayAnywhere(who, 'accounts.give_member'),
  '/van-ban': (who) => mayInCommune(who, 'documents.read'),
  '/van-ban/moi': (who) => mayInCommune(who, 'documents.draft'),
  '/van-ban/mau-ky': (who) => mayInCommune(who, 'documents.keep_settings'),
  '/kinh-phi': (who) => mayInCommune(who, 'budget.read') || mayAnywhere(who, 'budget.read_team'),
  '/kinh-phi/chi': (who) => mayInCommune(who, 'budget.vouchers'),
  '/kinh-phi/chi/moi': (who) => mayInCommune(who, 'budget.keep'),
  '/kinh-phi/du-toan/moi': (who) => mayInCommune(who, 'budget.propose'),
  '/kinh-phi/nguon/moi': (who) => mayInCommune(who, 'budget.keep'),
  '/dien-thoai': (who) => mayAnywhere(who, 'phones.read'),
  '/dien-thoai/can-xem': (who) => mayAnywhere(who, 'phones.review'),
  '/dien-thoai/ban-giao': (who) => mayAnywhere(who, 'phones.review'),
  '/nhat-ky': (who) => mayInCommune(who, 'audit.read'),
  '/ap/doi-ten-xa': (who) => mayInCommune(who, 'teams.keep_units'),
  '/ap/sap-nhap': (who) => mayInCommune(who, 'teams.keep_units'),
  '/ap': (who) => mayInCommune(who, 'teams.keep_units'),
  '/ke-hoach/moi': (who) => mayInCommune(who, 'plan.keep'),
  '/giao-viec/moi': (who) => mayAnywhere(who, 'tasks.give'),
  '/tuyen-truyen/noi-dung': (who) => mayInCommune(who, 'outreach.read_commune_wide'),
  '/tuyen-truyen/dot': (who) => mayInCommune(who, 'outreach.read_commune_wide'),
  '/tuyen-truyen/dot/[id]/sua': (who) => mayInCommune(who, 'outreach.plan_campaign'),
  '/tuyen-truyen/dot/moi': (who) => mayInCommune(who, 'outreach.plan_campaign'),
  '/tuyen-truyen/noi-dung/moi': (who) => mayInCommune(who, 'outreach.write_library'),
  '/thi-dua': (who) => mayAnywhere(who, 'emulation.read'),
  '/thi-dua/moi': (who) => mayInCommune(who, 'emulation.start'),
  '/kho-khan': () => true,
  '/kho-khan/moi': () => true,
  '/ho-tro': (who) => mayAnywhere(who, 'support.ask') || mayInCommune(who, 'support.read'),
  '/ho-tro/moi': (who) => mayAnywhere(who, 'support.ask'),
  '/ho-tro/thoi-han': (who) => mayInCommune(who, 'support.keep_clock'),
  '/kho-khan/thoi-han': (who) => mayInCommune(who, 'obstacles.keep_clock'),
  '/don-vi': (who) => mayInCommune(who, 'units.read') || mayInCommune(who, 'reports.open_parts'),
  '/don-vi/moi': (who) => mayInCommune(who, 'units.keep'),
  '/don-vi/tien-phong': (who) => mayInCommune(who, 'units.read'),
  '/kinh-te-so': (who) => mayAnywhere(who, 'commerce.read'),
  '/kinh-te-so/moi': (who) => mayAnywhere(who, 'commerce.keep'),
  '/ke-hoach': () => true,
  '/hom-nay': () => true,
  '/toi': () => true,
  '/to': () => true,
};

const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');

/** What is wrong with a route's answers to somebody; empty when nothing. */
async function deviationsOf(login: Login, route: Route, hidden: readonly string[]): Promise<string[]> {
  const who = asker(login);
  const kind = kindOf(route);
  const wrong: string[] = [];
  const nothing = route.id.includes('[') ? await get(login, filled(route, absent)) : null;
  if (nothing && nothing.status >= 500) wrong.push(`${route.id}, not there: ${nothing.status}`);
  if (nothing && kind && nothing.status !== 404) wrong.push(`${route.id}, not there: ${nothing.status}`);
  for (const { path, hamletId } of addresses(route)) {
    const { status, text } = await get(login, path);
    if (status >= 500) wrong.push(`${path}: ${status}`);
    const shown = hidden.filter((name) => text.includes(name));
    if (shown.length > 0) wrong.push(`${path} names ${shown.slice(0, 3).join(', ')}`);
    const door = doors[path];
    if (door && (status === 200) !== door(who)) wrong.push(`${path}: ${status}`);
    const seen = kind && hamletId !== null ? seesThing(who, kind, hamletId) : null;
    if (seen === false && status !== 404) wrong.push(`${path} of a hidden ${kind}: ${status}`);
    if (seen === false && withoutIds(text) !== withoutIds(nothing?.text ?? ''))
      wrong.push(`${path} of a hidden ${kind} reads unlike nothing`);
    if (seen === true && /^\/[^/]+\/\[\w+\]$/.test(route.id) && status !== 200)
      wrong.push(`${path} of a ${kind} that may be seen: ${status}`);
  }
  return wrong;
}

describe('every page of the running product', () => {
  it.each(logins)(
    'as %s: opens, hides and names as the table of rights says',
    async (login) => {
      const hidden = hiddenNames(demo, sees(login));
      if (login !== 'hanh') expect(hidden.length).toBeGreaterThan(20);
      const wrong: string[] = [];
      for (const route of routes) wrong.push(...(await deviationsOf(login, route, hidden)));
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('finds a name where there is one, so that finding none means something', async () => {
    const { text } = await get('hanh', '/so-ho');
    expect(hiddenNames(demo, () => false).filter((name) => text.includes(name)).length).toBeGreaterThan(5);
  });

  it('takes no form from who may not even look, and breaks at none (A1, A4)', async () => {
    const wrong: string[] = [];
    const body = { commune_id: '00001', role: 'commune_admin', id: absent, hamletId: absent, text: "';--" };
    for (const login of ['phuc', 'quan', 'chilan', 'hanh'] as const) {
      const hidden = hiddenNames(demo, sees(login));
      for (const route of routes.filter((each) => each.id !== '/dang-nhap' && each.id !== '/moi'))
        for (const action of route.actions)
          for (const first of [absent, demo.things[kindOf(route) ?? 'household'][1] ?? absent]) {
            // An officer would really do it to what is there.
            if (login !== 'phuc' && first !== absent) continue;
            const path = filled(route, first) + (action === '' ? '' : `?/${action}`);
            const answer = await fetch(product.url + path, {
              method: 'POST',
              redirect: 'manual',
              headers: { cookie: cookies.get(login) ?? '', origin: product.url, accept: 'text/html' },
              body: new URLSearchParams(body),
            });
            const text = await answer.text();
            const said = `${login} ${path}: ${answer.status}`;
            if (answer.status >= 500) wrong.push(said);
            if (hidden.some((name) => text.includes(name))) wrong.push(`${said} names hidden people`);
          }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('takes hostile text in an address as text (A16)', async () => {
    const hostile = [
      "';drop table households;--",
      '\0',
      `a${'0'.repeat(36)}x`,
      '9'.repeat(30),
      '["__proto__"]',
    ];
    const usual = ['tim', 'ap', 'trang', 'sau', 'truoc', 'xep', 'loc', 'thang'];
    const paths = routes.flatMap((route) => {
      const own = filled(route, demo.things[kindOf(route) ?? 'household'][0] ?? absent);
      const lone = [...route.parameters, ''].flatMap((name) =>
        hostile.map(
          (text) => new URLSearchParams(name === '' ? usual.map((one) => [one, text]) : [[name, text]]),
        ),
      );
      return lone.map((query) => `${own}?${query}`);
    });
    const wrong: string[] = [];
    for (let from = 0; from < paths.length; from += 8)
      await Promise.all(
        paths.slice(from, from + 8).map(async (path) => {
          const { status } = await get('hanh', path);
          if (status >= 500) wrong.push(`${path}: ${status}`);
        }),
      );
    expect(wrong).toEqual([]);
  }, 120_000);
});

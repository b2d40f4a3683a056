import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { fold } from '#shared/fold.ts';

/** The list that is loaded: 34 provinces and 3,321 communes as of 20/09/2026 (see NOTICE for its source). */
const file = fileURLToPath(new URL('../../../db/national/communes-2026-09-20.json', import.meta.url));

/** The units of Quyết định 19/2025/QĐ-TTg took effect on this day; later changes carry their own. */
const reform = '2025-07-01';

/** Provinces that became cities after the reform, with the day (Nghị quyết 30/2026/QH16 and 39/2026/QH16). */
const becameCity: Record<string, string> = { 'Đồng Nai': '2026-04-30', 'Bắc Ninh': '2026-09-20' };

/** Communes of before the reform whose codes old lists still carry (domain/06 §5.2). */
const predecessors: Record<string, string[]> = { '30658': ['30637', '30658', '30661'] };

interface UnitList {
  provinces: [code: string, name: string][];
  communes: [code: string, name: string, province: string][];
}

/** Writes the national units once; safe to run at every start. Needs the owner's rights: the product itself only reads them. */
export async function loadNationalUnits(connection: string | pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const present = await client.query<{ count: number }>('select count(*)::int as count from communes');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own file
    const list = JSON.parse(await readFile(file, 'utf8')) as UnitList;
    if (present.rows[0]?.count === list.communes.length) return;
    const provinces = list.provinces.flatMap(([code, title]) => provinceRows(code, title.normalize('NFC')));
    const communes = list.communes.map(([code, title, province]) => ({
      code,
      province,
      ...communeName(title.normalize('NFC')),
      predecessors: predecessors[code] ?? [],
    }));
    await client.query('begin');
    await client.query('delete from provinces');
    await client.query('delete from communes');
    await client.query(
      `insert into provinces (code, name, type, valid_from, valid_to)
       select code, name, type, "from"::date, "to"::date from jsonb_to_recordset($1::jsonb) as x(code text, name text, type text, "from" text, "to" text)`,
      [JSON.stringify(provinces)],
    );
    await client.query(
      `insert into communes (code, name, name_folded, type, province_code, valid_from, valid_to, predecessor_codes)
       select code, name, folded, type, province, $2::date, null, array(select jsonb_array_elements_text(predecessors))
         from jsonb_to_recordset($1::jsonb) as x(code text, name text, folded text, type text, province text, predecessors jsonb)`,
      [JSON.stringify(communes), reform],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

function provinceRows(code: string, title: string) {
  const name = title.replace(/^(Thành phố|Tỉnh) /, '');
  const changed = becameCity[name];
  if (changed) {
    return [
      { code, name, type: 'tinh', from: reform, to: changed },
      { code, name, type: 'thanh_pho', from: changed, to: null },
    ];
  }
  return [{ code, name, type: title.startsWith('Thành phố') ? 'thanh_pho' : 'tinh', from: reform, to: null }];
}

function communeName(title: string) {
  const [, kind = '', name = title] = /^(Phường|Xã|Đặc khu) (.+)$/.exec(title) ?? [];
  const type = kind === 'Phường' ? 'phuong' : kind === 'Đặc khu' ? 'dac_khu' : 'xa';
  return { name, folded: fold(name), type };
}

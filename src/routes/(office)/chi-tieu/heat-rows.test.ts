import { expect, test } from 'vitest';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import type { Figure } from '#features/targets/figures.ts';
import { heatTable, readSort, type HeatTarget } from './heat-rows.ts';

const hamlets: [string, number, number][] = [
  ['Ấp Mẫu 1', 10, 0],
  ['Ấp Mẫu 2', 4, 8],
  ['Ấp Mẫu 3', 19, 0],
];
const targetOf = (code: string): HeatTarget => {
  const definition = defaultDefinitions.find((one) => one.code === code);
  if (!definition) throw new Error(code);
  return {
    definition,
    hamlets: [
      ...hamlets.map(([name, reached, unknown]) => ({
        id: name,
        name,
        figure: shown({ population: 20, reached, unknown, uncertain: 0 }),
        namesVisible: name !== 'Ấp Mẫu 3',
      })),
      {
        id: 'trống',
        name: 'Ấp Mẫu 4',
        figure: shown({ population: 0, reached: 0, unknown: 0, uncertain: 0 }),
        namesVisible: true,
      },
    ],
  };
};
const shown = (figure: Figure) => ({
  ...figure,
  left: figure.population - figure.reached,
  rate: figure.population === 0 ? null : (figure.reached * 100) / figure.population,
});
const names = (sort: string | null) => {
  const targets = [targetOf('T2')];
  return heatTable(targets, readSort(sort, targets)).rows.map((row) => row.label);
};

test('hamlets stand in their order, or by a target, those with nobody to count last', () => {
  expect(names(null)).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 2', 'Ấp Mẫu 3', 'Ấp Mẫu 4']);
  expect(names('T2')).toEqual(['Ấp Mẫu 2', 'Ấp Mẫu 1', 'Ấp Mẫu 3', 'Ấp Mẫu 4']);
  expect(names('-T2')).toEqual(['Ấp Mẫu 3', 'Ấp Mẫu 1', 'Ấp Mẫu 2', 'Ấp Mẫu 4']);
  expect(names('T99')).toEqual(names(null));
});

test('pressing the head of the sorted column turns it round', () => {
  const targets = [targetOf('T2')];
  expect(heatTable(targets, readSort('T2', targets)).columns[0]).toMatchObject({
    sorted: 'up',
    sortHref: '?xep=-T2#ap',
  });
});

test('a cell opens its names, or the target where names are not for the reader; unknown is hatched, nobody is no zero', () => {
  const cells = heatTable([targetOf('T2')], null).rows.map((row) => row.cells[0]);
  expect(cells[0]).toMatchObject({ text: '50,0', step: 1, href: '/chi-tieu/T2/con-lai?ap=Ấp Mẫu 1' });
  expect(cells[1]).toMatchObject({ text: 'chưa rõ 40 %', step: null });
  expect(cells[2]).toMatchObject({ text: '95,0', step: 4, href: '/chi-tieu/T2' });
  expect(cells[3]).toEqual({ text: '—', step: 'plain' });
});

test('what is read aloud holds what is seen', () => {
  for (const row of heatTable([targetOf('T2')], null).rows)
    for (const cell of row.cells) if (cell.say !== undefined) expect(cell.say).toContain(cell.text);
});

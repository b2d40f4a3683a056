import { formatPercent, formatRate } from '#shared/numbers.ts';
import type { Id } from '#shared/ids.ts';
import type { BoardTarget } from '#features/targets/queries/target-board.server.ts';
import { leftText } from '#features/targets/shown-target.ts';
import { heatStep } from '#ui/heat-step.ts';
import type { HeatColumn, HeatRow } from '#ui/HeatTable.svelte';
import * as words from './words.ts';

/** As much of a board's target as the table asks; a target that counts groups has no rate and no column. */
export type HeatTarget = Pick<BoardTarget, 'definition' | 'hamlets'>;

const cuts = [40, 60, 80, 95] as const;
/** With more than this share not known, the rate says little: the cell is hatched. */
const muchUnknown = 1 / 3;

/** `?xep=T5` sorts by that target from low to high, `?xep=-T5` from high to low; anything else keeps the order of hamlets. */
export function readSort(text: string | null, targets: readonly HeatTarget[]) {
  const code = text?.replace(/^-/, '') ?? '';
  return targets.some((target) => target.definition.code === code)
    ? { code, down: text?.startsWith('-') ?? false }
    : null;
}

/** Head and rows of the hamlet × target table. Each cell opens its list of names, or the target where names are not for the reader. */
export function heatTable(
  targets: readonly HeatTarget[],
  sort: { code: string; down: boolean } | null,
): { columns: HeatColumn[]; rows: HeatRow[] } {
  const columns = targets.map(({ definition: { code, title } }): HeatColumn => {
    const on = sort?.code === code;
    return {
      label: words.shortTitle[code] ?? title,
      sortHref: `?xep=${on && !sort.down ? '-' : ''}${code}#ap`,
      sorted: on ? (sort.down ? 'down' : 'up') : undefined,
    };
  });
  const hamlets = targets[0]?.hamlets ?? [];
  const rateIn = (hamletId: Id) =>
    targets
      .find((target) => target.definition.code === sort?.code)
      ?.hamlets.find((hamlet) => hamlet.id === hamletId)?.figure.rate ?? null;
  const ordered =
    sort === null
      ? hamlets
      : hamlets.toSorted((left, right) => {
          const [a, b] = [rateIn(left.id), rateIn(right.id)];
          if (a === null || b === null) return Number(a === null) - Number(b === null);
          return sort.down ? b - a : a - b;
        });
  const rows = ordered.map(({ id, name }): HeatRow => ({
    key: id,
    label: name,
    cells: targets.map(({ definition, hamlets: places }) => {
      const place = places.find((one) => one.id === id);
      if (!place || place.figure.rate === null) return { text: '—', step: 'plain' };
      const { figure } = place;
      const share = figure.unknown / figure.population;
      const hatched = share > muchUnknown;
      const text = hatched
        ? words.heat.unknown(Math.round(share * 100))
        : formatPercent(figure.rate).replace(' %', '');
      return {
        text,
        step: hatched ? null : heatStep(figure.rate, cuts),
        href: place.namesVisible
          ? `/chi-tieu/${definition.code}/con-lai?ap=${id}`
          : `/chi-tieu/${definition.code}`,
        say: words.heat.say(
          name,
          words.shortTitle[definition.code] ?? definition.title,
          hatched ? `${formatRate(figure.reached, figure.population)}, ${text}` : formatPercent(figure.rate),
          leftText(definition, figure) ?? words.heat.none,
        ),
      };
    }),
  }));
  return { columns, rows };
}

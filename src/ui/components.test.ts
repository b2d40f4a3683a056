import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Button from './Button.svelte';
import Chip from './Chip.svelte';
import ChoiceChips from './ChoiceChips.svelte';
import DataTable from './DataTable.svelte';
import DateField from './DateField.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import GoalBar from './GoalBar.svelte';
import HeatTable from './HeatTable.svelte';
import Icon from './Icon.svelte';
import Notice from './Notice.svelte';
import Pager from './Pager.svelte';
import SearchField from './SearchField.svelte';
import SelectField from './SelectField.svelte';
import Shell from './Shell.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';
import TrendChart from './TrendChart.svelte';

const hostile = '<script>alert("Tổ")</script>';
const words = (html: string) => createRawSnippet(() => ({ render: () => `<span>${html}</span>` }));

/** What the server sends, without Svelte's own comments. */
const plain = ({ body }: { body: string }) => body.replaceAll(/<!--.*?-->/g, '');

// A component of two bars, as the compiler would write it for the server.
const Pair: Component<Record<string, unknown>> = (...[into]) => {
  for (const value of [1, 2]) GoalBar(into, { value, unknown: 5, text: `${value} %` });
  return {};
};

/** The value of an attribute of the first tag that matches. */
function attribute(html: string, tag: RegExp, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag.exec(html)?.[0] ?? '')?.[1];
}

describe('a field', () => {
  it('ties label, help and error to its control', () => {
    const html = plain(
      render(TextField, {
        props: {
          name: 'residents.0.phone',
          label: 'Số điện thoại',
          help: 'Để gọi hẹn',
          error: 'Thiếu 1 chữ số',
          value: '090',
        },
      }),
    );
    const id = attribute(html, /<input[^>]*>/, 'id');
    expect(id).toBe('f-residents-0-phone');
    expect(attribute(html, /<label[^>]*>/, 'for')).toBe(id);
    expect(attribute(html, /<input[^>]*>/, 'aria-invalid')).toBe('true');
    const described = attribute(html, /<input[^>]*>/, 'aria-describedby')?.split(' ') ?? [];
    expect(described).toHaveLength(2);
    for (const part of described) expect(html).toContain(`id="${part}"`);
  });

  it('says nothing of errors when there are none', () => {
    const html = plain(render(TextField, { props: { name: 'a', label: 'Tên' } }));
    expect(html).not.toMatch(/aria-invalid|aria-describedby/);
  });

  it('escapes what people typed', () => {
    for (const html of [
      plain(render(TextField, { props: { name: 'a', label: hostile, value: `" onfocus="x` } })),
      plain(render(TextArea, { props: { name: 'a', label: 'Ghi chú', value: `</textarea>${hostile}` } })),
      plain(
        render(SelectField, {
          props: {
            name: 'a',
            label: 'Ấp',
            options: [{ value: hostile, label: hostile }],
            value: hostile,
          },
        }),
      ),
      plain(render(ErrorSummary, { props: { problems: { a: hostile } } })),
      plain(render(Chip, { props: { label: hostile } })),
      plain(render(GoalBar, { props: { value: 1, text: `"><script>` } })),
    ]) {
      expect(html).not.toMatch(/<script|" onfocus="x"/);
    }
    expect(
      plain(
        render(TextArea, { props: { name: 'a', label: 'Ghi chú', value: `</textarea>${hostile}` } }),
      ).match(/<\/textarea>/g),
    ).toHaveLength(1);
  });

  it('keeps the chosen option, and what could not be read as a day', () => {
    const html = plain(
      render(SelectField, {
        props: {
          name: 'hamlet',
          label: 'Ấp',
          options: [
            { value: '1', label: 'Ấp Mẫu 1' },
            { value: '2', label: 'Ấp Mẫu 2' },
          ],
          value: '2',
        },
      }),
    );
    expect(html.match(/selected/g)).toHaveLength(1);
    expect(html).toMatch(/value="2"[^>]*selected/);
    expect(plain(render(DateField, { props: { name: 'd', label: 'Ngày', value: '2026-11-05' } }))).toContain(
      'value="05/11/2026"',
    );
    expect(plain(render(DateField, { props: { name: 'd', label: 'Ngày', value: '31/02/2026' } }))).toContain(
      'value="31/02/2026"',
    );
  });

  it('of choices is a group with a name, one of them checked, the first one to link to', () => {
    const choices = [
      { value: 'a', label: 'VNeID' },
      { value: 'b', label: 'Thanh toán' },
    ];
    const html = plain(
      render(ChoiceChips, {
        props: {
          name: 'topics',
          legend: 'Việc gì?',
          choices,
          pick: 'many',
          value: ['b'],
          error: 'Chọn một',
        },
      }),
    );
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="f-topics-error"/);
    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html.match(/checked/g)).toHaveLength(1);
    expect(html).toContain('id="f-topics"');
    expect(plain(render(ErrorSummary, { props: { problems: { topics: 'Chọn một' } } }))).toContain(
      'href="#f-topics"',
    );
  });
});

describe('a summary of errors', () => {
  it('speaks up, and is not there without errors', () => {
    expect(plain(render(ErrorSummary, { props: { problems: { a: 'x', b: 'y' } } }))).toMatch(
      /role="alert"[^]*Còn 2 chỗ cần sửa/,
    );
    expect(plain(render(ErrorSummary, { props: { problems: {} } })).trim()).toBe('');
  });
});

describe('a button', () => {
  it('is a link with an address and a button without', () => {
    expect(plain(render(Button, { props: { href: '/so-ho', children: words('Xem') } }))).toMatch(
      /^<a [^>]*href="\/so-ho"/,
    );
    const html = plain(
      render(Button, { props: { name: 'outcome', value: 'none', children: words('Không gặp ai') } }),
    );
    expect(html).toMatch(/^<button [^>]*name="outcome"/);
    expect(attribute(html, /<button[^>]*>/, 'type')).toBe('submit');
  });
});

describe('signs', () => {
  it('are never colour alone: every state has an icon beside its word', () => {
    for (const kind of ['ok', 'wait', 'late', 'why', 'unknown'] as const) {
      expect(plain(render(Chip, { props: { kind, label: 'đúng hạn' } }))).toMatch(
        /<svg[^>]*aria-hidden="true"[^]*đúng hạn/,
      );
    }
    expect(plain(render(Notice, { props: { kind: 'danger', title: 'Hỏng' } }))).toMatch(
      /visually-hidden[^>]*>Có lỗi:/,
    );
    expect(plain(render(Icon, { props: { name: 'check' } }))).toContain('focusable="false"');
  });
});

describe('a goal bar', () => {
  it('has its words for those who do not see it, and lengths as attributes, not as style', () => {
    const html = plain(
      render(GoalBar, {
        props: {
          value: 63.2,
          unknown: 11.4,
          expected: 72,
          goal: [80, 90],
          text: '63,2 %, chỉ tiêu 80 đến 90 %',
        },
      }),
    );
    expect(html).toMatch(/role="img" aria-label="63,2 %, chỉ tiêu 80 đến 90 %"/);
    expect(html).toMatch(/class="reached[^"]*"[^>]*width="63.2%"/);
    expect(html).toMatch(/class="unknown[^"]*" x="63.2%"[^>]*width="11.4%"/);
    expect(html).toMatch(/class="band[^"]*" x="80%"[^>]*width="10%"/);
    expect(html).not.toContain('style=');
  });

  it('shares no hatch between two bars of a page', () => {
    const html = plain(render(Pair, { props: {} }));
    const used = [...html.matchAll(/url\(#([^)]+-hatch)\)/g)].map(([, id]) => id);
    const defined = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(used).size).toBe(2);
    expect(used).toEqual(defined);
  });
});

describe('a table', () => {
  const met: Record<string, string> = { 'Ấp Mẫu 1': '412', [hostile]: '7' };
  const html = plain(
    render(DataTable, {
      props: {
        caption: 'Theo ấp',
        columns: [
          { key: 'name', label: 'Ấp', heading: true, value: String },
          {
            key: 'met',
            label: 'Đã gặp (hộ)',
            numeric: true,
            value: (row: unknown) => met[String(row)] ?? null,
            sum: '419',
            sortHref: '?xep=met',
            sorted: 'down',
          },
          { key: 'left', label: 'Còn lại (hộ)', numeric: true, value: () => null },
        ],
        rows: Object.keys(met),
        key: String,
        sumLabel: 'Toàn xã',
        wide: true,
      },
    }),
  );

  it('names its columns and rows, and says how it is sorted', () => {
    expect(html.match(/scope="col"/g)).toHaveLength(3);
    expect(html.match(/scope="row"/g)).toHaveLength(3);
    expect(html).toContain('aria-sort="descending"');
  });

  it('shows what is missing as a dash, and its sum at the foot', () => {
    expect(html).toContain('>—<');
    expect(html).toMatch(/<tfoot[^]*Toàn xã[^]*419/);
    expect(html).not.toContain('<script');
  });

  it('that scrolls can be reached by the keyboard and has a name', () => {
    expect(html).toMatch(/role="region" aria-labelledby="([^"]+)" tabindex="0"/);
    const id = /aria-labelledby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<caption id="${id}"`);
  });
});

describe('a table of heat', () => {
  it('hatches the unknown and leads to the list behind a cell', () => {
    const html = plain(
      render(HeatTable, {
        props: {
          caption: 'Ấp × chỉ tiêu',
          corner: 'Ấp',
          columns: [{ label: 'VNeID' }, { label: 'Kỹ năng' }],
          rows: [
            {
              key: '7',
              label: 'Ấp Mẫu 7',
              cells: [
                { text: 'chưa rõ 48 %', step: null },
                { text: '72,4 %', step: 2, href: '/con-lai', say: 'Ấp Mẫu 7, kỹ năng 72,4 %' },
              ],
            },
          ],
        },
      }),
    );
    expect(html).toMatch(/<td class="unknown[^"]*"><span[^>]*>chưa rõ 48 %/);
    expect(html).toMatch(/<td class="step-2[^"]*"><a href="\/con-lai" aria-label="Ấp Mẫu 7, kỹ năng 72,4 %"/);
  });
});

describe('a chart over time', () => {
  it('gives its figures as a table too, the unknown as a dash', () => {
    const html = plain(
      render(TrendChart, {
        props: {
          title: 'VNeID',
          points: [
            { label: 'T9', value: 40 },
            { label: 'T10', value: null },
          ],
          format: (value: number | null) => (value === null ? '—' : `${value} %`),
          text: 'từ 40 %',
          heads: { label: 'Tháng', value: 'Đạt' },
        },
      }),
    );
    expect(html).toMatch(/role="img" aria-label="từ 40 %"/);
    expect(html).toMatch(/T10<\/th>\s*<td[^>]*>—</);
    expect(html).not.toContain('NaN');
    expect(html).not.toContain('style=');
  });
});

describe('getting about', () => {
  const items = ['Hôm nay', 'Chỉ tiêu', 'Sổ hộ', 'Báo cáo', 'Việc', 'Kinh phí'].map((label, index) => ({
    href: `/${index}`,
    label,
    icon: 'home' as const,
    count: index,
    current: index === 2,
  }));

  it('has a way past the menu, one current place, four items at the foot and the rest under "Thêm"', () => {
    const html = plain(
      render(Shell, { props: { brand: 'Tổ Số', place: 'Xã Nhơn Mỹ', items, children: words('Nội dung') } }),
    );
    expect(html).toContain('href="#content"');
    expect(html).toContain('<main id="content"');
    const foot = html.slice(html.indexOf('class="bottom'));
    const rest = foot.indexOf('<details');
    expect(foot.slice(0, rest).match(/<a /g)).toHaveLength(4);
    expect(foot.slice(rest).match(/<a /g)).toHaveLength(2);
    expect(foot.slice(rest)).toContain('9 việc đang chờ');
    expect(html.match(/aria-current="page"/g)).toHaveLength(2);
  });

  it('turns pages only where there are any', () => {
    expect(plain(render(Pager, { props: { next: '?sau=9' } }))).toMatch(/rel="next"/);
    expect(plain(render(Pager, { props: { next: '?sau=9' } }))).not.toMatch(/rel="prev"/);
    expect(plain(render(Pager, { props: {} })).trim()).toBe('');
  });

  it('searches with a plain GET and keeps the other conditions', () => {
    const html = plain(
      render(SearchField, { props: { label: 'Tìm hộ', value: 'lê "x"', keep: { ap: '3', trang: null } } }),
    );
    expect(html).toMatch(/<form method="get"/);
    expect(html).toContain('name="ap" value="3"');
    expect(html).not.toContain('trang');
    expect(html).toContain('&quot;x');
  });
});

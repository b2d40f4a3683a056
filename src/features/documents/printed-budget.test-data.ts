/** An estimate and a settlement that fill more than a page, with names as long as people write them; all invented. */
import { sumDong } from '#shared/dong.ts';
import { defaultSettings } from './default-settings.ts';
import type { estimateDocument, MoneyPaper } from './document/estimate-document.ts';
import type { settlementDocument } from './document/settlement-document.ts';

export const moneyPaper = (kind: 'estimate' | 'settlement'): MoneyPaper => ({
  settings: defaultSettings(kind, { name: 'Nhơn Mỹ', title: 'xã Nhơn Mỹ' }, undefined),
  commune: 'xã Nhơn Mỹ',
  day: '2026-11-24',
  isSample: false,
});

const sources = ['Ngân sách xã năm 2026', 'Tài trợ của doanh nghiệp viễn thông trên địa bàn'];
const lines = Array.from({ length: 28 }, (_, index) => ({
  id: String(index),
  position: index,
  sourceId: String(index % 2),
  source: sources[index % 2] ?? '',
  hamletId: null,
  hamlet: index % 3 === 0 ? null : `Ấp Mẫu ${index}`,
  baseLineId: null,
  name: `Hỗ trợ xăng xe, điện thoại cho thành viên đến từng nhà hướng dẫn bà con, đợt ${index + 1}`,
  normKind: 'team_month' as const,
  unit: 'tổ-tháng',
  quantity: 12 + index,
  norm: 300_000n,
  amount: BigInt(12 + index) * 300_000n,
  note: null,
}));

export const printedEstimate: Parameters<typeof estimateDocument>[0] = {
  year: 2026,
  kind: 'estimate',
  title: 'Kinh phí hoạt động Tổ công nghệ số cộng đồng',
  reason: null,
  decision: { number: '45/QĐ-UBND', on: '2026-01-20' },
  lines,
  total: sumDong(lines.map(({ amount }) => amount)),
};

export const printedSettlement: Parameters<typeof settlementDocument>[0] = {
  year: 2026,
  period: 'Q3',
  from: '2026-07-01',
  to: '2026-09-30',
  lines: lines.map(({ id, source, name, amount }) => ({
    lineId: id,
    source,
    name,
    approved: amount,
    before: 1_200_000n,
    paid: 900_001n,
    left: amount - 2_100_001n,
  })),
};

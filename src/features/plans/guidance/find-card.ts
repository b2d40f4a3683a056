import type { GuidanceCard } from './card.ts';
import { anSinh } from './cards/an-sinh.ts';
import { anToanMang } from './cards/an-toan-mang.ts';
import { binhDanHocVuSo } from './cards/binh-dan-hoc-vu-so.ts';
import { buuDien } from './cards/buudien.ts';
import { dvc } from './cards/dvc.ts';
import { hocTrucTuyen } from './cards/hoc-truc-tuyen.ts';
import { muaSam } from './cards/mua-sam.ts';
import { smartAnGiang } from './cards/smart-an-giang.ts';
import { soSucKhoe } from './cards/so-suc-khoe.ts';
import { taiKhoanNganHang } from './cards/tai-khoan-ngan-hang.ts';
import { thanhToan } from './cards/thanh-toan.ts';
import { vneid } from './cards/vneid.ts';
import { vssid } from './cards/vssid.ts';

/** Every card that we wrote, in the order of the default catalogue. */
export const guidanceCards: readonly GuidanceCard[] = [
  vneid,
  dvc,
  smartAnGiang,
  soSucKhoe,
  vssid,
  hocTrucTuyen,
  binhDanHocVuSo,
  anSinh,
  taiKhoanNganHang,
  thanhToan,
  buuDien,
  muaSam,
  anToanMang,
];

const byPlatform = new Map(guidanceCards.map((card) => [card.platform, card]));

/** The card of a platform by its code in the catalogue; null for one that a commune added itself (see `generalCard`). */
export function findCard(code: string): GuidanceCard | null {
  return byPlatform.get(code) ?? null;
}

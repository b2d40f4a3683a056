/** A promise of quality of an invented business, before and after it was signed. */
import { commitment } from '#features/commerce/words.ts';
import type { CommitmentPlace, PrintedCommitment } from './document/commitment-document.ts';

export const commitmentPlace: CommitmentPlace = {
  commune: { name: 'Nhơn Mỹ', title: 'xã Nhơn Mỹ' },
  day: '2026-11-24',
  isSample: true,
};

export const printedCommitment: PrintedCommitment = {
  business: {
    name: 'Hợp tác xã mắm, khô và nông sản sạch Ấp Mẫu 1',
    hamlet: 'Ấp Mẫu 1',
    products: 'Mắm cá linh, khô cá lóc, khô cá sặc, gạo thơm, bánh phồng',
    contactName: null,
  },
  ...commitment,
  signed: null,
};

export const signedCommitment: PrintedCommitment = {
  ...printedCommitment,
  business: { ...printedCommitment.business, contactName: 'Phan Thị Bảy' },
  signed: { on: '2026-11-20', by: 'Phan Thị Bảy' },
};

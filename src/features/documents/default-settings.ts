import type { Commune } from '#features/org/queries.server.ts';
import type { Plan } from '#features/plans/queries.server.ts';
import type { PaperKind } from './model/kinds.ts';
import type { Issuer, PaperSettings, PaperSigner } from './model/settings.ts';

const symbols: Record<PaperKind, string> = {
  plan: 'KH-UBND',
  reminder: 'UBND-VHXH',
  group_list: 'TB-UBND',
  commendation_list: 'TB-UBND',
  invitation: 'GM-UBND',
  minutes: 'BB-UBND',
  office_report: 'BC-VHXH',
  commune_report: 'BC-UBND',
  estimate: 'TTr-KT',
  settlement: 'BC-KT',
};

const recipients: Record<PaperKind, string[]> = {
  plan: ['UBND tỉnh', 'Sở KH&CN', 'Ban ấp', 'Lưu: VT'],
  reminder: ['Như trên', 'Chủ tịch và các PCT UBND xã', 'Lưu: VT, VHXH'],
  group_list: ['Các Phòng, ban ngành xã', 'Ban các ấp', 'Lưu: VT, VHXH'],
  commendation_list: ['Các Phòng, ban ngành xã', 'Ban các ấp', 'Lưu: VT, VHXH'],
  invitation: ['Như trên', 'Lưu: VT, VHXH'],
  // NĐ 30/2020, Phụ lục III, mẫu 1.9.
  minutes: ['Thành viên dự họp', 'Lưu: VT, Hồ sơ'],
  office_report: ['Như trên', 'Ban các ấp', 'Lưu: VT, VHXH'],
  commune_report: ['Như trên', 'Lưu: VT, VHXH'],
  estimate: ['Như trên', 'Lưu: VT, KT'],
  settlement: ['Như trên', 'Lưu: VT, KT'],
};

/**
 * What stands for a kind until the office keeps a setting of its own (domain/04 §3.4): the People's Committee issues, the plan
 * in force names its signer and, for the plan and the report to the province, the recipients (R74, R75); the report of the
 * Culture–Social office is the office's own, papers of money are the Economic office's, and minutes are signed by their chair.
 */
export function defaultSettings(
  kind: PaperKind,
  commune: Pick<Commune, 'name' | 'title'>,
  plan: Pick<Plan, 'signer' | 'recipients'> | undefined,
): PaperSettings {
  const isPlans = (kind === 'plan' || kind === 'commune_report') && (plan?.recipients.length ?? 0) > 0;
  return {
    issuer: issuerOf(kind, commune),
    signer: signerOf(kind, plan),
    recipients: [...(isPlans && plan ? plan.recipients : recipients[kind])],
  };
}

function issuerOf(kind: PaperKind, { name, title }: Pick<Commune, 'name' | 'title'>): Issuer {
  const common = { symbol: symbols[kind], place: name };
  if (kind === 'office_report')
    return {
      superior: [`UBND ${title}`],
      lines: ['Phòng Văn hóa - Xã hội'],
      inText: `Phòng Văn hóa - Xã hội ${title}`,
      ...common,
    };
  if (kind === 'estimate' || kind === 'settlement')
    return {
      superior: [`UBND ${title}`],
      lines: ['Phòng Kinh tế'],
      inText: `Phòng Kinh tế ${title}`,
      ...common,
    };
  return {
    superior: [],
    lines: ['Ủy ban nhân dân', title],
    inText: `Ủy ban nhân dân ${title}`,
    ...common,
  };
}

function signerOf(kind: PaperKind, plan: Pick<Plan, 'signer'> | undefined): PaperSigner {
  if (kind === 'office_report')
    return { authority: [], title: 'Trưởng phòng', name: null, approver: 'office' };
  // Signed by the head of the Economic office; what it says is approved in the room of the budget.
  if (kind === 'estimate' || kind === 'settlement')
    return { authority: [], title: 'Trưởng phòng', name: null, approver: 'leader' };
  if (kind === 'minutes') return { authority: [], title: 'Chủ tọa', name: null, approver: 'office' };
  const signer = plan?.signer ?? { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: null };
  return { ...signer, approver: 'leader' };
}

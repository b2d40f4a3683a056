/** One content of every kind, long enough to fill pages, and what must stand on its paper. People are invented. */
import type { OfficialDocument } from '#platform/docx/document-model.ts';
import { composeDocument } from './document/compose-document.ts';
import { defaultSettings } from './default-settings.ts';
import { planTexts } from './drafts/plan-text.ts';
import { contents, type DocumentContent } from './model/content.ts';
import { invitation, minutes } from './documents-world.test-support.ts';

const place = { commune: 'xã Nhơn Mỹ', team: 'Tổ công nghệ số cộng đồng' };
const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);

interface Printed {
  content: DocumentContent;
  /** Words that must stand on the paper, in this order. */
  says: string[];
  /** Pages before the annex; null: as many as the text takes. */
  pages: number | null;
  /** What stands in the head of the annex's table. */
  annexHead?: string;
}

export const printed: Printed[] = [
  {
    content: {
      kind: 'plan',
      ...contents.plan.parse({
        subject: 'Hoạt động Tổ công nghệ số cộng đồng trên địa bàn xã Nhơn Mỹ',
        basis: ['Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị'],
        opening: 'Ủy ban nhân dân xã xây dựng Kế hoạch như sau:',
        sections: { ...planTexts(place, 10), goals: 'Phấn đấu đạt 100% các hộ dân được tuyên truyền.' },
        closing: 'Trên đây là Kế hoạch hoạt động Tổ',
      }),
    },
    says: [
      'KẾ HOẠCH',
      'Căn cứ Nghị quyết số 57',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục tiêu',
      '6. Trưởng các ấp',
      './.',
      'Nơi nhận:',
    ],
    pages: null,
  },
  {
    content: {
      kind: 'reminder',
      ...contents.reminder.parse({
        subject: 'đôn đốc báo cáo tháng 10 năm 2026',
        addressees: many(12, 'Trưởng ấp Mẫu'),
        text: 'Đề nghị Trưởng các ấp gửi báo cáo.',
      }),
    },
    says: [
      '/UBND-VHXH',
      'V/v đôn đốc báo cáo',
      'Kính gửi:',
      '- Trưởng ấp Mẫu 12.',
      'gửi báo cáo./.',
      'PHÓ CHỦ TỊCH',
    ],
    pages: 1,
  },
  {
    content: {
      kind: 'group_list',
      ...contents.group_list.parse({ subject: 'Danh sách mô hình', text: 'Ủy ban nhân dân xã thông báo.' }),
      rows: many(40, 'Điểm hỗ trợ số').map((name) => ({
        hamlet: 'Ấp Mẫu 1',
        name,
        place: 'Văn phòng ấp (Văn phòng ấp)',
        openingHours: null,
        registeredOn: '2026-05-12',
        state: 'Đang hoạt động',
        onDuty: ['Nguyễn Thị Lan (phụ trách)', 'Lê Văn An'],
      })),
    },
    says: [
      'THÔNG BÁO',
      'tại Phụ lục kèm theo./.',
      'DANH SÁCH MÔ HÌNH',
      'Lê Văn An',
      'Điểm hỗ trợ số 40',
      'Tổng cộng: 40 mô hình',
    ],
    pages: 1,
    annexHead: 'Tên mô hình',
  },
  {
    content: {
      kind: 'commendation_list',
      ...contents.commendation_list.parse({
        subject: 'Danh sách được đề nghị khen thưởng trong phong trào “Bảy ngày đêm”',
        text: 'Ủy ban nhân dân xã thông báo.',
        commended: many(32, 'Nguyễn Thị Mẫu').map((name) => ({
          name,
          kind: 'Thành viên Tổ',
          hamlet: 'Ấp Mẫu 1',
          figure: 'Hộ được hướng dẫn: 45 hộ, hạng 1',
          reason: 'Đến tận nhà hướng dẫn các hộ có người cao tuổi.',
        })),
      }),
    },
    says: [
      'THÔNG BÁO',
      'tại Phụ lục kèm theo./.',
      'ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG',
      'Nguyễn Thị Mẫu 32',
      'Tổng cộng: 32 tập thể, cá nhân',
    ],
    pages: 1,
    annexHead: 'Thành tích',
  },
  {
    content: {
      kind: 'invitation',
      ...contents.invitation.parse({ ...invitation, invited: many(60, 'Bà Mẫu') }),
    },
    says: ['GIẤY MỜI', 'trân trọng kính mời:', '07 giờ 30 phút, ngày 01 tháng 12 năm 2026', 'Bà Mẫu 60'],
    pages: 1,
    annexHead: 'Họ và tên',
  },
  {
    content: { kind: 'minutes', ...contents.minutes.parse(minutes) },
    says: [
      'BIÊN BẢN',
      'Thời gian bắt đầu: 08 giờ 00 phút',
      'kết thúc vào 10 giờ 30 phút',
      'THƯ KÝ',
      'Nơi nhận:',
    ],
    pages: 1,
  },
];

/** As it leaves before the clerk has numbered it, signed for the Committee where that is not minutes. */
export function documentOf(content: DocumentContent): OfficialDocument {
  const settings = defaultSettings(content.kind, { name: 'Nhơn Mỹ', title: 'xã Nhơn Mỹ' }, undefined);
  const signer = { ...settings.signer, authority: ['KT. Chủ tịch'], title: 'Phó Chủ tịch', name: null };
  const matter = {
    content,
    settings: { ...settings, ...(content.kind === 'minutes' ? {} : { signer }) },
    day: '2026-11-24',
    isSample: false,
  };
  return composeDocument(matter, { number: null, datedOn: null });
}

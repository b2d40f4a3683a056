/** The minutes of an inspection, with everything that may stand in them. People are invented. */
import { defaultChecklist } from '#features/inspection/default-checklist.ts';
import type { Finding } from '#features/inspection/queries/findings.server.ts';
import { inspectionMinutesOf } from './drafts/inspection-text.ts';
import { contents, type DocumentContent } from './model/content.ts';

const results = ['met', 'not_met', 'not_checked'] as const;

const finding = (text: string, state: Finding['state']): Finding => ({
  id: text,
  inspectionId: 'kt',
  code: null,
  text,
  remedy: 'Ghi đủ hộ mới vào sổ, đến gặp từng hộ',
  dueOn: '2026-12-15',
  state,
  foundOn: '2026-12-01',
  overdue: 0,
  task: null,
  answers: [
    { id: 'yk', text: 'Tuần này ấp ghi xong.', by: 'Lê Văn Tư', at: new Date('2026-12-02T02:00:00Z') },
  ],
  closedOn: state === 'closed' ? '2026-12-10' : null,
  closedBy: null,
  closingWord: state === 'closed' ? 'Đã xem lại sổ.' : null,
});

export const printedInspection: DocumentContent = {
  kind: 'minutes',
  ...contents.minutes.parse({
    ...inspectionMinutesOf(
      { commune: 'xã Nhơn Mỹ', team: 'Tổ công nghệ số cộng đồng' },
      {
        hamletName: 'Ấp Mẫu 1',
        heldOn: '2026-12-01',
        peopleNames: ['Đặng Thị Hạnh', 'Hồ Văn Dũng'],
        conclusion: 'Ấp làm tốt báo cáo, cần ghi đủ sổ hộ.',
      },
      defaultChecklist.map((question, nth) => {
        const result = results[nth % results.length] ?? 'met';
        return { ...question, result, remark: result === 'not_met' ? 'Xem tại chỗ\nthấy còn thiếu' : null };
      }),
      [
        finding('Sổ hộ tổ 3 thiếu nhà trọ mới đến', 'open'),
        finding('Không có người trực chiều thứ Năm', 'closed'),
      ],
    ),
    startedAt: '08:00',
    endedAt: '10:30',
    chairTitle: 'công chức Phòng Văn hóa - Xã hội',
  }),
};

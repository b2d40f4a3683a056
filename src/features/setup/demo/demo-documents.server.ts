import { runCommand, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import {
  approveDocument,
  issueDocument,
  numberDocument,
} from '#features/documents/commands/decide-document.server.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { writeDocument } from '#features/documents/commands/write-document.server.ts';
import { addDays, dayOf, startOf, type Day } from '#shared/calendar.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

/** The minutes of a meeting, issued, and an invitation that waits for a leader: written through the commands themselves. */
export async function writeDemoDocuments(database: Database, place: DemoPlace): Promise<void> {
  const { now } = place;
  const today = dayOf(now);
  const at = (day: Day, hour: number) => new Date(startOf(day).getTime() + hour * 60 * 60 * 1000);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    login: string,
    moment: Date,
    input: unknown,
  ) => runCommand(database, command, { actor: officeActor(place, login), now: moment }, input);

  const met = addDays(today, -12);
  const documentId = await run(draftDocument, 'hanh', at(met, 11), { kind: 'minutes' });
  await run(writeDocument, 'hanh', at(met, 12), { kind: 'minutes', documentId, ...meeting(met) });
  await run(approveDocument, 'tamvhxh', at(met, 14), { documentId });
  const registered = { documentId, number: '9/BB-UBND', datedOn: met };
  await run(numberDocument, 'thuvt', at(met, 15), registered);
  await run(issueDocument, 'thuvt', at(met, 16), { documentId });

  const yesterday = addDays(today, -1);
  const invitationId = await run(draftDocument, 'hanh', at(yesterday, 9), { kind: 'invitation' });
  await run(writeDocument, 'hanh', at(yesterday, 10), {
    kind: 'invitation',
    documentId: invitationId,
    ...trainingClass(addDays(today, 9)),
  });
}

const meeting = (day: Day) => ({
  subject: 'Họp Tổ công nghệ số cộng đồng xã Nhơn Mỹ',
  startedOn: day,
  startedAt: '07:30',
  place: 'Hội trường Ủy ban nhân dân xã',
  present: 'Thành viên Tổ công nghệ số cộng đồng xã\nTổ trưởng Tổ công nghệ số cộng đồng các ấp',
  chairName: 'Hồ Văn Dũng',
  chairTitle: 'Tổ trưởng Tổ công nghệ số cộng đồng xã',
  secretaryName: 'Đặng Thị Hạnh',
  secretaryTitle: 'công chức Phòng Văn hóa - Xã hội',
  course:
    'Ông Hồ Văn Dũng thông qua kết quả tháng trước và nhiệm vụ tháng này.\nĐại biểu các ấp thảo luận:\n- Ấp Mẫu 1: hộ cao tuổi cần được đến nhà hướng dẫn\n- Ấp Mẫu 2: sóng di động ở cuối ấp còn yếu',
  conclusions:
    '- Các ấp ưu tiên hộ có người cao tuổi, người khuyết tật\n- Phòng Văn hóa - Xã hội làm việc với doanh nghiệp viễn thông về chất lượng sóng',
  endedOn: day,
  endedAt: '10:00',
});

const trainingClass = (day: Day) => ({
  subject: 'Tham dự lớp tập huấn nghiệp vụ cho thành viên Tổ công nghệ số cộng đồng',
  invited: 'Tổ trưởng Tổ công nghệ số cộng đồng các ấp\nMỗi ấp 02 thành viên Tổ',
  event: 'lớp tập huấn hướng dẫn cài đặt, sử dụng VNeID và dịch vụ công trực tuyến.',
  chair: 'Lãnh đạo Phòng Văn hóa - Xã hội',
  heldOn: day,
  heldAt: '07:30',
  place: 'Hội trường Ủy ban nhân dân xã',
  note: 'Đề nghị mang theo điện thoại thông minh đã sạc đầy và đến đúng giờ.',
});

import { runCommand } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { writeContent } from '#features/outreach/commands/write-content.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

const contents = [
  {
    kind: 'scam_warning',
    title: 'Không đọc mã OTP cho ai',
    topic: 'an_toan',
    loudspeaker:
      'Kính thưa bà con. Gần đây có người gọi điện xưng là công an, cán bộ ngân hàng, bảo bà con đọc mã số gửi về điện thoại. Đó là lừa đảo. Cán bộ không bao giờ hỏi mật khẩu, không bao giờ hỏi mã OTP. Ai hỏi mã, bà con tắt máy ngay, rồi báo trưởng ấp hoặc công an xã.',
    leaflet:
      'Ai hỏi mã OTP, mật khẩu: tắt máy ngay.\nKhông bấm vào đường dẫn lạ gửi qua tin nhắn.\nKhông cài ứng dụng theo lời người lạ.\nLỡ đọc mã rồi: gọi ngân hàng khóa tài khoản, báo công an xã.',
    zalo: 'Cảnh báo: có kẻ giả danh công an, ngân hàng gọi điện hỏi mã OTP. Cán bộ không bao giờ hỏi mã. Ai hỏi thì tắt máy, báo trưởng ấp hoặc công an xã. Nhờ bà con chuyển cho người lớn tuổi trong nhà.',
    talk: 'Hỏi bà con: đã ai bị gọi như vậy chưa?\nMã OTP giống chìa khóa nhà, không đưa cho ai.\nBa việc khi bị hỏi mã: tắt máy, không bấm gì, báo trưởng ấp.',
  },
  {
    kind: 'how_to',
    title: 'Cài và kích hoạt VNeID',
    topic: 'chinh_quyen_so',
    platform: 'vneid',
    link: 'https://vneid.gov.vn',
    leaflet:
      'Mang theo thẻ căn cước và điện thoại của mình.\nTải ứng dụng VNeID từ kho ứng dụng của máy.\nLàm theo từng bước; cần mức 2 thì đến công an xã.\nChưa làm được: đến Văn phòng ấp, Tổ công nghệ số giúp tận nơi.',
    zalo: 'Bà con chưa có VNeID mang thẻ căn cước và điện thoại đến Văn phòng ấp, chiều thứ Ba và thứ Năm, Tổ công nghệ số giúp cài. Xem cách làm: https://vneid.gov.vn',
    talk: 'VNeID thay giấy tờ khi đi khám bệnh, làm thủ tục.\nAi chưa có máy thông minh thì có con cháu cài giúp.\nGiờ mở cửa của Văn phòng ấp.',
  },
  {
    kind: 'policy',
    title: 'Vì sao xã làm chuyển đổi số',
    topic: 'chu_truong',
    loudspeaker:
      'Kính thưa bà con. Năm nay xã ta làm chuyển đổi số để bà con đỡ phải đi lại: nộp hồ sơ tại nhà, khám bệnh không quên sổ, mua bán không lo mất tiền. Tổ công nghệ số cộng đồng của ấp sẽ đến từng nhà hướng dẫn, không thu một đồng nào.',
    talk: 'Đỡ đi lại, đỡ tốn tiền, đỡ chờ.\nTổ công nghệ số của ấp giúp miễn phí.\nNhà nào có người già, người khuyết tật thì Tổ đến tận nhà.',
  },
];

/** What the demo commune says to its people, in the forms in which it says it; one of them mended once. */
export async function writeDemoContents(database: Database, place: DemoPlace): Promise<void> {
  const actor = officeActor(place, 'hanh');
  const at = (ago: number) => new Date(startOf(addDays(dayOf(place.now), -ago)).getTime() + 9 * 3_600_000);
  for (const [index, content] of contents.entries())
    await runCommand(database, writeContent, { actor, now: at(60 - index * 10) }, content);
  const { id } = await runCommand(
    database,
    writeContent,
    { actor, now: at(30) },
    {
      kind: 'event',
      title: 'Ngày hội chuyển đổi số của xã',
      zalo: 'Mời bà con dự Ngày hội tại sân UBND xã.',
    },
  );
  const mended = { kind: 'event', title: 'Ngày hội chuyển đổi số của xã', contentId: id };
  await runCommand(
    database,
    writeContent,
    { actor, now: at(20) },
    {
      ...mended,
      zalo: 'Mời bà con dự Ngày hội tại sân UBND xã, bắt đầu 7 giờ 30 sáng.',
      validUntil: addDays(dayOf(place.now), 10),
    },
  );
}

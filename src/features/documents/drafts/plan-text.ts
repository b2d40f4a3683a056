import type { PlanPart } from '../model/content.ts';

/** Names that the texts of a draft speak of. */
export interface DraftPlace {
  /** "xã Nhơn Mỹ" */
  commune: string;
  /** "Tổ công nghệ số cộng đồng" */
  team: string;
}

/** "Kế hoạch Hoạt động Tổ …" as the subject under the word KẾ HOẠCH. */
export function subjectOfPlan(title: string): string {
  const rest = title.replace(/^\s*kế hoạch\s+/iu, '').trim();
  return rest.slice(0, 1).toLocaleUpperCase('vi') + rest.slice(1);
}

export const planOpening = ({ commune, team }: DraftPlace) =>
  `Ủy ban nhân dân ${commune} xây dựng Kế hoạch tổ chức hoạt động của ${team} trên địa bàn xã cụ thể như sau:`;
export const planClosing = ({ team }: DraftPlace) =>
  `Trên đây là Kế hoạch hoạt động ${team} trên địa bàn xã. Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo kịp thời về Phòng Văn hóa - Xã hội để tổng hợp, tham mưu Ủy ban nhân dân xã.`;

/**
 * The first text of each part but the goals, which come from the plan's targets: the words of the commune's plan for 2026, to be
 * changed by whoever drafts (plan I.1 to III.6). `dueDay`: the day of the month on which hamlets report.
 */
export function planTexts({ team }: DraftPlace, dueDay: number): Record<Exclude<PlanPart, 'goals'>, string> {
  return {
    purpose: lines(
      'Công nghệ số phải bắt đầu từ người dân, lấy người dân làm trung tâm, làm cho người dân thấy công nghệ là thứ dễ dàng, thiết thực. Công nghệ số nếu tạo giá trị cho người dân, được người dân hưởng ứng, sử dụng thì công nghệ số sẽ đi vào cuộc sống, tạo nên cộng đồng số, phát triển chính quyền số, kinh tế số và xã hội số.',
      `Đưa nền tảng số, công nghệ số, kỹ năng số đến người dân thông qua ${team} để thúc đẩy công nghệ số, đưa người dân lên môi trường số. ${team} là lực lượng mang tính huy động sức mạnh toàn dân, ở gần dân, sát dân và là cánh tay nối dài của xã.`,
    ),
    demands: lines(
      'Triển khai có hiệu quả nền tảng số, công nghệ số đến từng ấp, gắn với cuộc sống của người dân. Các nội dung phải phù hợp với đặc thù của xã; người dân được tiếp cận công nghệ theo cách đơn giản, tự nhiên, xuất phát từ nhu cầu và tạo ra giá trị thiết thực.',
      `Mỗi ấp thành lập 01 ${team} để hỗ trợ triển khai nền tảng số, công nghệ số, hướng dẫn kỹ năng số đến với người dân.`,
    ),
    activities: lines(
      'Thông tin, tuyên truyền sâu rộng các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về chuyển đổi số, chính quyền số, kinh tế số, xã hội số.',
      '- Về chính quyền số: Hướng dẫn người dân sử dụng dịch vụ công trực tuyến; sử dụng các dịch vụ số và tương tác với chính quyền qua các nền tảng số được đánh giá và lựa chọn (đăng ký tài khoản dịch vụ công, VNeID, Smart An Giang)',
      '- Về kinh tế số: Hướng dẫn doanh nghiệp, hộ kinh doanh, người dân trên địa bàn đăng ký tham gia các sàn thương mại điện tử, mở tài khoản thanh toán điện tử; đăng ảnh, quảng bá sản phẩm, tạo gian hàng, nhận đơn, đóng gói sản phẩm và cam kết cung cấp sản phẩm đúng chất lượng cho khách hàng',
      '- Về xã hội số: Hướng dẫn người dân tiếp cận, cài đặt, sử dụng các dịch vụ số phục vụ cho các nhu cầu thiết yếu như y tế, giáo dục, chính sách xã hội thông qua các nền tảng số; ưu tiên hỗ trợ đối tượng yếu thế, người cao tuổi, người không có điện thoại thông minh',
      '- Cập nhật và gửi báo cáo định kỳ, thường xuyên qua mạng kết quả thực hiện các chỉ tiêu, nhiệm vụ để lãnh đạo xã kịp thời nắm bắt, chỉ đạo và xử lý các khó khăn, vướng mắc',
    ),
    training: `Các thành viên ${team} được tham gia các lớp bồi dưỡng, tập huấn trực tiếp hoặc trực tuyến để thành thạo các bước cài đặt, hướng dẫn sử dụng, hỗ trợ giải đáp thắc mắc về nền tảng số, công nghệ số để lan tỏa, hướng dẫn đến người dân.`,
    management: `${team} được quản lý dựa trên các nền tảng số Việt Nam miễn phí và thông dụng. Tổ trưởng ${team} xã quản lý, triển khai các nhiệm vụ cho thành viên Tổ.`,
    culture_social: lines(
      'Chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tham mưu cho Ủy ban nhân dân xã tổ chức triển khai thực hiện Kế hoạch này.',
      `Chủ trì, phối hợp tổ chức tập huấn trực tiếp hoặc trực tuyến, thường xuyên, nhiều lần để ${team} thành thạo các bước cài đặt, hướng dẫn sử dụng, hỗ trợ giải đáp thắc mắc về nền tảng số, công nghệ số.`,
      'Đôn đốc, kiểm tra và hướng dẫn các ấp báo cáo kết quả triển khai về Ủy ban nhân dân xã.',
    ),
    economic:
      'Chủ trì, phối hợp với Phòng Văn hóa - Xã hội tham mưu Ủy ban nhân dân xã bố trí kinh phí thực hiện theo phân cấp ngân sách và các nguồn kinh phí hợp pháp khác (nếu có); hướng dẫn các đơn vị sử dụng ngân sách, thanh, quyết toán kinh phí theo quy định hiện hành.',
    youth_union:
      'Chỉ đạo Chi đoàn ấp cử đoàn viên tham gia làm lực lượng nòng cốt trong Tổ; phát huy vai trò xung kích của đoàn viên thanh niên, giáo viên, học sinh trong tuyên truyền, hướng dẫn, hỗ trợ người dân sử dụng các kỹ năng số cơ bản; phát động phong trào thi đua tiên phong sử dụng các nền tảng, ứng dụng công nghệ số.',
    mass_organizations:
      'Theo chức năng, nhiệm vụ của đơn vị, triển khai thực hiện Kế hoạch này; quán triệt cán bộ, công chức, viên chức và người lao động tiên phong sử dụng các nền tảng, ứng dụng công nghệ số phục vụ hiệu quả cho công việc.',
    units: lines(
      `Huy động nguồn lực bồi dưỡng, tập huấn cho ${team} theo chức năng, nhiệm vụ của đơn vị.`,
      'Các cơ sở giáo dục tuyên truyền, vận động viên chức, người lao động tham gia Tổ tại ấp và tham gia tuyên truyền khi xã phát động.',
    ),
    hamlet_heads: lines(
      'Triển khai kế hoạch hoạt động và thường xuyên kiểm tra, đôn đốc Tổ của ấp mình thực hiện nhiệm vụ được giao, đảm bảo hoàn thành các mục tiêu của Kế hoạch này.',
      `Báo cáo tình hình hoạt động định kỳ chậm nhất đến ngày ${dueDay} hằng tháng về Ủy ban nhân dân xã (thông qua Phòng Văn hóa - Xã hội) để tổng hợp.`,
      'Gửi danh sách đăng ký mô hình “Tổ tự quản công nghệ” về Ủy ban nhân dân xã (thông qua Phòng Văn hóa - Xã hội) trong tháng 5.',
    ),
  };
}

const lines = (...all: string[]) => all.join('\n');

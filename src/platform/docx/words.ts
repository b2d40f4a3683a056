/** What the decree prints on every document, word for word (NĐ 30/2020/NĐ-CP, Phụ lục I), and the names of the Word styles. */
export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
export const number = 'Số';
export const regarding = 'V/v';
export const addressees = 'Kính gửi:';
export const recipients = 'Nơi nhận:';
export const endMark = './.';
export const annex = 'Phụ lục';
export const letter = 'Công văn';
export const sampleMark = 'DỮ LIỆU MẪU';
export const programme = 'Tổ Số';

/** The signs of a chart. */
export const chart = {
  reached: 'Đạt kế hoạch',
  below: 'Chưa đạt kế hoạch',
  plan: 'Đường kế hoạch',
  unknown: 'chưa có số liệu',
  planOf: (value: string) => `Kế hoạch ${value}`,
};

export const placeAndDate = (place: string, day: string, month: string, year: string) =>
  `${place}, ngày ${day} tháng ${month} năm ${year}`;

export const attachedTo = (
  kind: string,
  number: string,
  day: string,
  month: string,
  year: string,
  issuer: string | undefined,
) =>
  `(Kèm theo ${kind} số ${number} ngày ${day} tháng ${month} năm ${year}${issuer === undefined ? '' : ` của ${issuer}`})`;

export const styles = {
  nation: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  superior: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  rule: 'Đường kẻ',
  number: 'Số, ký hiệu',
  regarding: 'Về việc',
  placeAndDate: 'Địa danh, ngày tháng',
  kind: 'Tên loại',
  subject: 'Trích yếu',
  addressee: 'Kính gửi',
  addressees: 'Kính gửi nhiều nơi',
  addresseeLine: 'Nơi kính gửi',
  basis: 'Căn cứ',
  body: 'Nội dung',
  bullet: 'Gạch đầu dòng',
  tableCaption: 'Tên bảng',
  picture: 'Biểu đồ',
  pictureCaption: 'Tên biểu đồ',
  tableHeader: 'Đầu bảng',
  tableText: 'Ô bảng',
  denseHeader: 'Đầu bảng nhiều cột',
  denseText: 'Ô bảng nhiều cột',
  recipients: 'Nơi nhận',
  recipientLine: 'Danh sách nơi nhận',
  authority: 'Quyền hạn, chức vụ',
  signer: 'Họ tên người ký',
  annexLabel: 'Phụ lục',
  annexTitle: 'Tên phụ lục',
  annexReference: 'Kèm theo',
  pageNumber: 'Số trang',
  sampleMark: 'Dấu dữ liệu mẫu',
} as const;

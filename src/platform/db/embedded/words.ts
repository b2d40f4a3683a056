/** What the embedded database tells the person who starts the product (its log lines and its refusals). */

export const firstStart = (folder: string) => `Lần chạy đầu: đang tạo cơ sở dữ liệu trong ${folder}.`;

export const livesElsewhere = (dataFolder: string, home: string, account: string) =>
  `Thư mục ${dataFolder} đóng với tài khoản “${account}” (PostgreSQL không chạy bằng root), nên dữ liệu nằm ở ${home}. ` +
  `Khi sao lưu hoặc chuyển máy, hãy mang theo cả thư mục này.`;

export const binariesCopied = (folder: string) => `Đã chép chương trình PostgreSQL sang ${folder}.`;

export const stoppingOrphan = (pid: number) =>
  `Lần chạy trước dừng đột ngột, cơ sở dữ liệu của nó còn chạy (tiến trình ${pid}): đang dừng lại an toàn rồi khởi động lại.`;

export const recovering = (seconds: number) =>
  `Cơ sở dữ liệu đang phục hồi sau lần dừng đột ngột (${seconds} giây), xin chờ.`;

export const ready = (milliseconds: number) => `Cơ sở dữ liệu đã sẵn sàng (${milliseconds} ms).`;

export const endedByItself = (logFolder: string) =>
  `Cơ sở dữ liệu đã dừng ngoài ý muốn. Nguyên nhân được ghi trong ${logFolder}.`;

export const slowStop =
  'Cơ sở dữ liệu chưa dừng sau 60 giây: đang dừng ngay, dữ liệu được phục hồi ở lần chạy sau.';

export const inUse = (folder: string) =>
  `Dữ liệu đang được một Tổ Số khác dùng (${folder}). Hãy dừng bản đang chạy, hoặc chọn thư mục dữ liệu khác.`;

export const otherVersion = (folder: string, found: string, ours: string) =>
  `Dữ liệu trong ${folder} thuộc PostgreSQL ${found}, còn bản Tổ Số này dùng PostgreSQL ${ours}. ` +
  `Dữ liệu được giữ nguyên. Hãy chạy bằng bản Tổ Số trước đây, sao lưu, rồi phục hồi vào bản này.`;

export const notACluster = (folder: string) =>
  `Thư mục ${folder} đã có nội dung nhưng không phải cơ sở dữ liệu của Tổ Số. Không có gì bị thay đổi. ` +
  `Hãy chọn thư mục dữ liệu khác.`;

export const lost = (link: string, target: string) =>
  `${link} chỉ tới ${target}, nhưng nơi đó không còn dữ liệu. Hãy đưa dữ liệu về lại chỗ cũ hoặc phục hồi từ bản sao lưu. ` +
  `Nếu chắc chắn muốn bắt đầu lại từ đầu, hãy xóa ${link}.`;

export const noAccess = (folder: string) =>
  `Không mở được thư mục dữ liệu ${folder}. Hãy chạy bằng đúng tài khoản đã chạy lần trước (ví dụ root), ` +
  `hoặc chọn thư mục dữ liệu khác.`;

export const closedSince = (folder: string, account: string) =>
  `Thư mục ${folder} có dữ liệu, nhưng nay đã đóng với tài khoản “${account}” chạy PostgreSQL. ` +
  `Hãy mở lại quyền đi qua thư mục đó và các thư mục chứa nó (chmod g+x hoặc o+x) rồi chạy lại.`;

export const noAccount =
  'PostgreSQL không chạy bằng root, và máy này không có tài khoản “postgres” hay “nobody” để dùng thay. ' +
  'Hãy tạo một tài khoản thường rồi chạy Tổ Số bằng tài khoản đó.';

export const noBinaries = (name: string) =>
  `Không tìm thấy chương trình PostgreSQL (${name}). Hãy chạy lại “npm ci”, ` +
  `hoặc đặt DATABASE_URL để dùng một máy chủ PostgreSQL có sẵn.`;

export const binariesIncomplete = (missing: string) =>
  `Chương trình PostgreSQL thiếu ${missing}. Hãy chạy lại “npm ci”.`;

export const notOurs = (folder: string) =>
  `Thư mục ${folder} thuộc tài khoản khác hoặc ai cũng ghi được, nên không an toàn để dùng. Hãy xóa thư mục đó rồi chạy lại.`;

export const cannotCreate = (reason: string) =>
  `Không tạo được cơ sở dữ liệu. Chi tiết từ PostgreSQL:\n${reason}`;

export const cannotStart = (logFolder: string, reason: string) =>
  `Cơ sở dữ liệu không khởi động được. Xem thêm trong ${logFolder}. Chi tiết từ PostgreSQL:\n${reason}`;

export const orphanStays = (pid: number) =>
  `Cơ sở dữ liệu của lần chạy trước (tiến trình ${pid}) không dừng được. Hãy khởi động lại máy rồi chạy lại Tổ Số.`;

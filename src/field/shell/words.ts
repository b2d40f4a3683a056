import type { InAppBrowser } from './in-app-browser.ts';

const apps: Record<InAppBrowser, string> = { zalo: 'Zalo', facebook: 'Facebook' };

export const openInChrome = {
  title: 'Mở bằng Chrome để dùng',
  lead: (app: InAppBrowser) =>
    `Anh/chị đang mở trang này bên trong ${apps[app]}. Ở đây máy không giữ được sổ hộ khi mất mạng, phiếu chưa gửi có thể bị mất.`,
  open: 'Mở bằng Chrome',
  byHand: (hasButton: boolean) => (hasButton ? 'Nếu nút trên không mở được Chrome' : 'Cách mở'),
  steps: (app: InAppBrowser) => [
    `Bấm dấu ba chấm ở góc trên màn hình ${apps[app]}.`,
    'Chọn “Mở bằng trình duyệt” hoặc “Mở bằng Chrome”.',
    'Hoặc: bấm “Chép địa chỉ” dưới đây, mở Chrome, dán vào ô địa chỉ.',
  ],
  address: 'Địa chỉ của trang này',
  copy: 'Chép địa chỉ',
  copied: 'Đã chép địa chỉ. Xin mở Chrome, giữ tay ở ô địa chỉ rồi chọn Dán.',
  notCopied: 'Máy không cho chép. Xin giữ tay lên địa chỉ ở trên rồi chọn Sao chép.',
};

export const update = {
  title: 'Có bản mới của Tổ Số',
  text: 'Chuyển mất vài giây. Mọi phiếu trong máy vẫn còn.',
  take: 'Dùng bản mới',
  taking: 'Đang chuyển sang bản mới. Nếu còn phiếu đang mở, xin lưu phiếu trước.',
};

export const install = 'Cài vào màn hình chính';

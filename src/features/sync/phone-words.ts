/** What a phone is called by those who have to find it. */
export const phoneKinds = {
  android: 'Điện thoại Android',
  computer: 'Máy tính',
  unknown: 'Máy chưa rõ tên',
};
export const phoneWith = (phone: string, browser: string) => `${phone}, ${browser}`;

export const code = 'Mã mời';
export const pin = 'Mã PIN 6 số';
export const enter = 'Vào sổ';

/** Heads of tables that leave for other programs, beside those of the printed annex. */
export const figures = 'Số liệu';
export const code = 'Mã';
export const population = 'Tổng số';
export const givenByUnits = 'Số liệu của các đơn vị';
export const fromUnit = 'Nơi cung cấp';
export const sentOn = 'Ngày gửi';
export const unknown = 'Chưa rõ';

/** Heads of tables that leave for other programs, beside those of the printed annex. */
export const figures = 'Số liệu';
export const code = 'Mã';
export const population = 'Tổng số';
export const unknown = 'Chưa rõ';

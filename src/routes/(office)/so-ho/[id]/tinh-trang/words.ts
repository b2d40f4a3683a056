export const title = (name: string) => `Tình trạng số của ${name}`;
export const lead = 'Sửa điều sổ đang ghi mà không cần một lần gặp, ví dụ khi bà con báo qua điện thoại.';
export const now = 'Sổ đang ghi';
export const change = 'Ghi lại';
export const changeHelp = 'Mục để nguyên thì không đổi. “Chưa rõ” bỏ điều đang ghi.';
export const observedOn = 'Biết từ ngày nào?';
export const submit = 'Lưu tình trạng số';

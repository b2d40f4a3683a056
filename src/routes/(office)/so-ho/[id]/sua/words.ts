export const title = 'Sửa thông tin hộ';
export const submit = 'Lưu thông tin hộ';
export const policy = 'Diện chính sách';
export const policyText =
  'Thông tin hạn chế: chỉ cán bộ xã, trưởng ấp và thành viên phụ trách hộ thấy. Không ghi bệnh tật hay hoàn cảnh riêng.';
export const poverty = 'Hộ thuộc diện';
export const year = 'Năm xét';
export const decision = 'Số quyết định';
export const vulnerable = 'Ai thuộc đối tượng yếu thế?';
export const vulnerableHelp = 'Chỉ đánh dấu, không ghi vì sao.';
export const policySubmit = 'Lưu diện chính sách';
export const back = 'Về trang hộ';

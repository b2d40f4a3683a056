import type { Indicator } from './model/indicator.ts';

const source = 'Biểu báo cáo định kỳ của xã Bà Nà, thành phố Đà Nẵng (CT01–CT14)';

/**
 * What a commune begins with: those rows of a real commune's periodic form (domain/01 §2.2) that the teams' work touches, under
 * that form's own codes. They show how the catalogue is kept; the office replaces them by those of its province. No commune-level
 * national set is known (§1.6), so there are no national codes here.
 */
export const defaultIndicators: readonly Omit<Indicator, 'id' | 'validFrom' | 'validTo'>[] = [
  {
    code: 'CT01',
    name: 'Tổng số hộ dân',
    unit: 'hộ',
    numerator: 'households',
    counting: 'cumulative',
    denominator: null,
    source,
    points: null,
  },
  {
    code: 'CT02',
    name: 'Tổng số nhân khẩu',
    unit: 'người',
    // The reports count people from 14 years on, not all.
    numerator: null,
    counting: 'cumulative',
    denominator: null,
    source,
    points: null,
  },
  {
    code: 'CT12',
    name: 'Thành viên Tổ công nghệ số cộng đồng',
    unit: 'người',
    numerator: 'members',
    counting: 'cumulative',
    denominator: null,
    source,
    points: null,
  },
  {
    code: 'CT13',
    name: 'Người được hướng dẫn dịch vụ công trực tuyến trong kỳ',
    unit: 'người',
    numerator: 'people_guided_services',
    counting: 'period',
    denominator: null,
    source,
    points: null,
  },
];

import { expect, it } from 'vitest';
import fc from 'fast-check';
import { attachment } from './attachment.ts';

it('keeps Vietnamese letters, and a plain name for old readers', () => {
  expect(attachment('Báo cáo tháng 10 – Ấp Mẫu 1.docx')).toBe(
    `attachment; filename="Bao cao thang 10 _ Ap Mau 1.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20th%C3%A1ng%2010%20%E2%80%93%20%E1%BA%A4p%20M%E1%BA%ABu%201.docx`,
  );
});

it('never lets a name end the header or climb out of a folder (A15)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachment(name);
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
      expect(header).toMatch(/^attachment; filename="[^"\\/]+"; filename\*=UTF-8''[\w%.!~-]+$/);
    }),
  );
});

/**
 * The header that gives a download its name, Vietnamese letters included (RFC 6266): a plain name for old readers, the true
 * one beside it. What could end the header or climb out of a folder is taken away (A15).
 */
export function attachment(name: string): string {
  // oxlint-disable-next-line no-control-regex
  const clean =
    name
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\u0000-\u001f\u007f"\\/:*?<>|]/g, ' ')
      .trim()
      .slice(0, 150) || 'tep';
  const plain = clean
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\u0020-\u007e]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

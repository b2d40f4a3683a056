/**
 * The same document is the same file, byte for byte, whenever and wherever it is written: a frozen report can be
 * checked by its hash. The library stamps the moment of writing into the core properties and into the zip; both get
 * a moment that comes from the document.
 */
const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** 1 January 1980, 00:00, as a zip writes it: the earliest day that a zip knows. */
const zipMoment = 0x0021_0000;

/** The core properties (title, author, days) as the XML part of the package. `moment` is ISO 8601 in UTC. */
export function coreProperties(title: string, creator: string, moment: string): string {
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>` +
    `<dc:language>vi-VN</dc:language><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}

/** Sets the time of every entry of a zip file to one fixed moment, in place. */
export function fixZipTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('The document that was written is not a zip file');
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(entry, true) !== centralEntry) throw new Error('The zip directory is broken');
    view.setUint32(entry + 12, zipMoment, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, zipMoment, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return zip;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

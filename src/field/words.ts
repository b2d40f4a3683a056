/** The product's name, as on the home screen of a phone (static/manifest.webmanifest). */
export const product = 'Tổ Số';

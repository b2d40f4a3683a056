import { demoPassword } from '#features/setup/demo/cast.ts';
import { signedIn, type Product } from '../../product.ts';

/** The words of an office's page as cô Hạnh reads them, without markup. */
export async function officeReads(product: Product, path: string): Promise<string> {
  const cookie = await signedIn(product, 'hanh', demoPassword);
  const answer = await fetch(`${product.url}${path}`, { headers: { cookie, accept: 'text/html' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const page = await answer.text();
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';
  return main
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** Cô Hạnh gives somebody one more role, on the office's page of accounts. */
export async function giveRole(
  product: Product,
  login: string,
  role: string,
  hamletName: string,
): Promise<void> {
  const cookie = await signedIn(product, 'hanh', demoPassword);
  const read = async (path: string) =>
    (await fetch(`${product.url}${path}`, { headers: { cookie, accept: 'text/html' } })).text();
  const list = await read(`/tai-khoan?q=${login}`);
  const row = list.slice(0, list.indexOf(login)).lastIndexOf('/tai-khoan/');
  const account = /[0-9a-f-]{36}/.exec(list.slice(row))?.[0] ?? '';
  const page = await read(`/tai-khoan/${account}`);
  const hamletId = new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${hamletName}<`).exec(page)?.[1] ?? '';
  const answer = await fetch(`${product.url}/tai-khoan/${account}?/grant`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: product.url, accept: 'text/html' },
    body: new URLSearchParams({ role, hamletId }),
  });
  if (answer.status !== 303) throw new Error(`giving ${role} answered ${answer.status}`);
}

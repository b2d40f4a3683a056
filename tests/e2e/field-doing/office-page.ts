import { demoPassword } from '#features/setup/demo/cast.ts';
import { signedIn, type Product } from '../../product.ts';

/** The words of an office's page as cô Hạnh reads them, without markup. */
export async function officeReads(product: Product, path: string): Promise<string> {
  const page = await pageOf(product, 'hanh', path);
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';
  return main
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

async function pageOf(product: Product, login: string, path: string): Promise<string> {
  const cookie = await signedIn(product, login, demoPassword);
  const answer = await fetch(`${product.url}${path}`, { headers: { cookie, accept: 'text/html' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** Sends a form of an office's page as somebody of the demo; gives the page that answers, empty when it leads on. */
export async function officeSends(
  product: Product,
  login: string,
  path: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const cookie = await signedIn(product, login, demoPassword);
  const answer = await fetch(`${product.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: product.url, accept: 'text/html' },
    body: new URLSearchParams(fields),
  });
  if (answer.status !== 303 && answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.status === 303 ? '' : answer.text();
}

/** The address of somebody's account on the office's pages. */
export async function accountPath(product: Product, login: string): Promise<string> {
  const list = await pageOf(product, 'quan', `/tai-khoan?q=${login}`);
  const row = list.slice(0, list.indexOf(login)).lastIndexOf('/tai-khoan/');
  return `/tai-khoan/${/[0-9a-f-]{36}/.exec(list.slice(row))?.[0] ?? ''}`;
}

/** Anh Quản, who keeps the accounts, gives somebody a role in a hamlet (`grant`), or takes it back (`revoke`), on the page of accounts. */
export async function changeRole(
  product: Product,
  how: 'grant' | 'revoke',
  { login, role, hamlet }: { login: string; role: string; hamlet: string },
): Promise<void> {
  const path = await accountPath(product, login);
  const page = await pageOf(product, 'quan', path);
  const hamletId = new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${hamlet}<`).exec(page)?.[1] ?? '';
  await officeSends(product, 'quan', `${path}?/${how}`, { role, hamletId });
}

/** A new invitation code for somebody, as it stands on the slip. */
export async function newCode(product: Product, login: string): Promise<string> {
  const slip = await officeSends(product, 'quan', `${await accountPath(product, login)}?/renew`);
  const code = /\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/.exec(slip)?.[0];
  if (code === undefined) throw new Error('no code on the slip');
  return code;
}

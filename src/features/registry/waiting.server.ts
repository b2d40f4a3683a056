import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { canImport } from './policy.ts';
import { listImports } from './queries/imports.server.ts';
import { waiting as words } from './words.ts';

/** Lists that were read and not yet written into the register. */
export async function importsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canImport(ctx.actor)) return [];
  const open = (await listImports(ctx)).filter(({ state }) => state === 'read' || state === 'failed');
  const [newest] = open;
  if (!newest) return [];
  return [
    {
      key: 'imports',
      href: open.length === 1 ? `/nhap-danh-sach/${newest.id}` : '/nhap-danh-sach',
      count: open.length,
      text: words.imports,
      detail: newest.fileName,
      tone: 'warm',
      since: null,
      lead: words.importsLead,
    },
  ];
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'src', 'routes');

/** A page or a file of the product, as the folder of routes has it: new ones are found by themselves. */
export interface Route {
  /** '/so-ho/[id]/sua' */
  id: string;
  /** Names of what its address may carry after the question mark. */
  parameters: string[];
  /** Names of its form's actions; '' is the only one. */
  actions: string[];
}

export function everyRoute(): Route[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const servers = files.filter((file) => /(^|\/)\+(page\.server|server)\.ts$/.test(file));
  return servers.map((file) => {
    const own = file.replace(/\/?\+[^/]+$/, '');
    const text = readFileSync(join(folder, file), 'utf8');
    // What a page hands on to a helper beside it is read there.
    const beside = files
      .filter(
        (other) =>
          other.endsWith('.ts') && !other.endsWith('.test.ts') && other.replace(/\/?[^/]+$/, '') === own,
      )
      .map((other) => readFileSync(join(folder, other), 'utf8'))
      .join('\n');
    return {
      id: `/${own
        .split('/')
        .filter((part) => part !== '' && !part.startsWith('('))
        .join('/')}`,
      parameters: [
        ...new Set(
          [...beside.matchAll(/(?:searchParams\.(?:get|getAll)|asked|param)\('([^']+)'\)/g)].map(
            (one) => one[1] ?? '',
          ),
        ),
      ],
      actions: actionsOf(text),
    };
  });
}

function actionsOf(text: string): string[] {
  const body = /export const actions[^=]*= \{([\s\S]*?)\n\};/.exec(text)?.[1];
  if (body === undefined) return [];
  return [...body.matchAll(/^ {2}(\w+)[:(,]|^ {2}async (\w+)\(/gm)].map((one) => {
    const name = one[1] ?? one[2] ?? '';
    return name === 'default' ? '' : name;
  });
}

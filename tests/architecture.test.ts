import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The architecture in executable form (docs/ARCHITECTURE.md). A file imports from its own floor or from below. */
const floors = [['routes', 'api', 'field', 'cli'], ['features'], ['ui'], ['platform'], ['shared']];

/** A feature reads only those to its right; upwards it tells by events. */
const features = [
  'setup',
  'sync',
  'merging',
  'indicators',
  'reports',
  'emulation',
  'documents',
  'targets',
  'budget',
  'leaving',
  'inspection',
  'tasks',
  'obstacles',
  'support',
  'groups',
  'training',
  'outreach',
  'commerce',
  'visits',
  'registry',
  'plans',
  'units',
  'accounts',
  'org',
];

/** Files that stand above the rooms: the list of features and the running product. */
const aboveRooms = new Set([
  'features/index.server.ts',
  'features/runtime.server.ts',
  'features/open-runtime.server.ts',
  'features/daily.server.ts',
]);

/** The start opens every door. */
const opensDoors = new Set(['cli/serve.ts']);

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'));

interface Import {
  from: string;
  to: string;
  /** Only types: gone before anything runs. */
  typeOnly: boolean;
}

const aliases: Record<string, string> = {
  '#shared/': 'shared/',
  '#platform/': 'platform/',
  '#ui/': 'ui/',
  '#features/': 'features/',
  '#routes/': 'routes/',
};

/** What each file imports, as paths below src or as the package's name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)(\stype)?\s(?:[^'"`;]*?from\s*)?['"]([^'"]+)['"]/g),
    ...text.matchAll(/import\((\s*)['"]([^'"]+)['"]/g),
  ];
  return found.map(([, mark, target = '']) => {
    const given = { from: file, typeOnly: mark?.trim() === 'type' };
    const alias = Object.keys(aliases).find((prefix) => target.startsWith(prefix));
    if (alias) return { ...given, to: aliases[alias] + target.slice(alias.length) };
    if (!target.startsWith('.')) return { ...given, to: target };
    return { ...given, to: relative(source, join(source, dirname(file), target)).replaceAll('\\', '/') };
  });
}

const isTest = (file: string) => /\.(test|test-data|test-support)\.ts$/.test(file);
const imports = files.filter((file) => !isTest(file)).flatMap(importsOf);
const floorOf = (path: string) => floors.findIndex((floor) => floor.includes(path.split('/')[0] ?? ''));
const doorOf = (path: string) => path.split('/')[0] ?? '';

describe('the house', () => {
  it('has the files that it should have', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('imports go down only, and doors never import each other', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [above, below] = [floorOf(from), floorOf(to)];
      if (above < 0 || below < 0) return false;
      if (above === 0 && below === 0 && doorOf(from) !== doorOf(to)) return !opensDoors.has(from);
      return below < above;
    });
    expect(wrong).toEqual([]);
  });

  it('the design system knows no word of the domain: it imports shared only', () => {
    expect(
      imports.filter(({ from, to }) => from.startsWith('ui/') && /^(platform|features|routes)\//.test(to)),
    ).toEqual([]);
  });

  it('a feature reads only the features to its right', () => {
    const room = (path: string) => features.indexOf(path.split('/')[1] ?? '');
    const wrong = imports.filter(({ from, to }) => {
      if (!from.startsWith('features/') || !to.startsWith('features/') || aboveRooms.has(from)) return false;
      return room(to) < room(from) || room(to) < 0 || aboveRooms.has(to);
    });
    expect(wrong).toEqual([]);
  });

  it('every room is in the list, and nothing stands beside the rooms', () => {
    const rooms = new Set(
      files
        .filter((file) => file.startsWith('features/') && !aboveRooms.has(file))
        .map((file) => file.split('/')[1] ?? ''),
    );
    expect([...rooms].sort()).toEqual([...features].sort());
  });

  it('what may reach a phone imports nothing that runs on a server only', () => {
    const mayReachPhone = (file: string) =>
      /^(features|field|ui|shared)\//.test(file) && !file.includes('.server.');
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        mayReachPhone(from) &&
        (to.includes('.server.') || to.startsWith('node:') || to.startsWith('$app/')),
    );
    expect(wrong).toEqual([]);
  });

  it('has no barrels and no drawers for odds and ends', () => {
    const wrong = files.filter(
      (file) =>
        /(^|\/)(index|utils|helpers|types|common|misc)\.(server\.)?ts$/.test(file) && !aboveRooms.has(file),
    );
    // "Helper" is a word of the field: the member who helps a household (R27).
    expect(wrong).toEqual(['features/visits/queries/helpers.server.ts']);
  });

  it('features ask no clock and no chance but the context’s (law 11)', () => {
    const wrong = files.filter((file) => {
      if (!file.startsWith('features/') || isTest(file)) return false;
      return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(join(source, file), 'utf8'));
    });
    // The running product is where the clock comes from.
    expect(wrong).toEqual(['features/open-runtime.server.ts']);
  });

  it('words on screen stand in words.ts: no Vietnamese in markup (law 12)', () => {
    const vietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;
    const wrong = files.filter((file) => {
      if (!file.endsWith('.svelte')) return false;
      const text = readFileSync(join(source, file), 'utf8').replace(
        /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm,
        '',
      );
      return vietnamese.test(text);
    });
    expect(wrong).toEqual([]);
  });
});

describe('routes', () => {
  it('each declares who may open it (A1)', () => {
    const handlers = files.filter(
      (file) => file.startsWith('routes/') && /\/\+(page\.server|server)\.ts$/.test(file),
    );
    const pages = files.filter((file) => file.startsWith('routes/') && file.endsWith('/+page.svelte'));
    const silent = handlers.filter(
      (file) => !/export const _access: Access = /.test(readFileSync(join(source, file), 'utf8')),
    );
    const bare = pages.filter((page) => !handlers.includes(page.replace('+page.svelte', '+page.server.ts')));
    expect(handlers.length).toBeGreaterThan(5);
    expect([...silent, ...bare]).toEqual([]);
  });
});

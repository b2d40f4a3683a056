import { join } from 'node:path';

/** What a chunk is cut by: for each module, which ones it imports. */
interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const screens = (room: string, names: string) => names.split(' ').map((name) => `screens/${room}/${name}`);

/**
 * The app in the order in which a person needs it, and the modules with which each part begins: the door; what is behind the PIN;
 * what one writes down at every door; what one reads there; what one does now and then. Each is one file of script and one of style, with all that it needs
 * and the parts before it lack. By themselves they would be dozens of files, each of which a slow phone takes 40 ms to get out of
 * the worker's cache, and which weigh a third more.
 */
const parts: readonly { name: string; begins: readonly string[] }[] = [
  { name: 'start', begins: ['main.ts'] },
  { name: 'inside', begins: ['inside.ts', ...screens('reading', 'Today.svelte')] },
  { name: 'visit', begins: ['screens/doing/visit-screens.ts'] },
  {
    name: 'reading',
    begins: screens('reading', 'Households.svelte Household.svelte Targets.svelte Target.svelte'),
  },
  {
    name: 'register',
    begins: ['screens/doing/register-screens.ts', 'screens/doing/training/Classes.svelte'],
  },
  {
    name: 'me',
    begins: screens(
      'me',
      'Me.svelte Sending.svelte Attention.svelte OnPhone.svelte ChangePin.svelte Forget.svelte Training.svelte GuidanceList.svelte Guidance.svelte',
    ),
  },
];

/** Says of a module of the app below `root` in which part it is; null for what comes by itself when it is used: the QR reader. */
export function partOf(root: string): (id: string, graph: Graph) => string | null {
  let known: Map<string, string> | null = null;
  return (id, graph) => (known ??= cut(root, graph)).get(id) ?? null;
}

function cut(root: string, graph: Graph): Map<string, string> {
  const known = new Map<string, string>();
  const take = (id: string, part: string): void => {
    if (known.has(id)) return;
    const about = graph.getModuleInfo(id);
    // The small app of the tests has only the first part.
    if (!about) return;
    known.set(id, part);
    for (const next of about.importedIds) take(next, part);
  };
  for (const { name, begins } of parts) for (const begin of begins) take(join(root, begin), name);
  return known;
}

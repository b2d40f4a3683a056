import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { obstacleCommands } from './obstacle-paths.ts';
import { commerceCommands } from './commerce-paths.ts';
import { budgetCommands } from './budget-paths.ts';
import { officeCommands } from './office-commands.ts';
import { registerCommands } from './register-commands.ts';
import { trainingCommands } from './training-paths.ts';
import { taskCommands } from './task-paths.ts';
import { supportCommands } from './support-paths.ts';
import { outreachCommands } from './outreach-paths.ts';
import { inspectionCommands } from './inspection-paths.ts';
import { emulationCommands } from './emulation-paths.ts';
import { leavingCommands } from './leaving-paths.ts';
import { unitCommands } from './unit-paths.ts';
import { mergingCommands } from './merging-paths.ts';
import { workCommands } from './work-commands.ts';

/** Every command as the matrix tries it, some in several ways. */
export const commandPaths = [
  ...registerCommands,
  ...workCommands,
  ...obstacleCommands,
  ...supportCommands,
  ...taskCommands,
  ...trainingCommands,
  ...officeCommands,
  ...budgetCommands,
  ...commerceCommands,
  ...leavingCommands,
  ...inspectionCommands,
  ...mergingCommands,
  ...outreachCommands,
  ...unitCommands,
  ...emulationCommands,
];

/** Commands about the actor's own account only: there is no place to ask about. */
export const aboutOneself: readonly string[] = ['account.change_password', 'account.end_other_sessions'];

const features = join(import.meta.dirname, '..', '..', 'src', 'features');

/** Everything that the modules of the features export whose path fits, by its name. */
export async function exportsOf(
  fits: (file: string) => boolean,
): Promise<{ file: string; name: string; value: unknown }[]> {
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.server.ts') && fits(file))
    .sort();
  const found: { file: string; name: string; value: unknown }[] = [];
  for (const file of files) {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(features, file)).href);
    if (typeof module !== 'object' || module === null) continue;
    for (const [name, value] of Object.entries(module)) found.push({ file, name, value });
  }
  return found;
}

/** The names of all commands that the product has. */
export async function namesOfCommands(): Promise<string[]> {
  const all = await exportsOf((file) => /\/commands(\/|\.server\.ts)/.test(`/${file}`));
  return all
    .flatMap(({ value }) =>
      typeof value === 'object' &&
      value !== null &&
      'name' in value &&
      'allow' in value &&
      typeof value.name === 'string'
        ? [value.name]
        : [],
    )
    .sort();
}

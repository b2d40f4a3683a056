import type { Id } from '#shared/ids.ts';
import type { ColumnMapping } from '../transfer/columns.ts';
import type { ListWarning, ParsedList } from '../transfer/parsed-list.ts';

export const importActions = ['created', 'updated', 'moved', 'unchanged', 'skipped'] as const;
/** What an import does with a household of the list; 'moved': to another hamlet, and perhaps changed too. */
export type ImportAction = (typeof importActions)[number];

/** What the preview of an import shows; kept with it. */
export interface ImportSummary {
  encoding: ParsedList['encoding'];
  kind: ParsedList['kind'];
  /** Of the list, double entries included (hộ, người; for a list of heads the people it states). */
  households: number;
  residents: number;
  poor: number;
  nearPoor: number;
  hamlets: ImportHamlet[];
  /** Households by what would happen (after the import: what did). */
  actions: Record<ImportAction, number>;
  newResidents: number;
  changedResidents: number;
  /** People of the register whom the list does not name; they stay. */
  notListed: number;
  warnings: ListWarning[];
  /** All of them; `warnings` holds the first 1,000. */
  warningCount: number;
  skippedRows: number;
  mapping: ColumnMapping;
}
export interface ImportHamlet {
  /** As the list writes it; '' for households without one. */
  name: string;
  households: number;
  residents: number;
  /** The hamlet of the commune that it is; null: the person must choose or create one. */
  hamletId: Id | null;
}

/** The columns as they were, for undoing an import: null where a row did not exist. */
export interface BeforeImport {
  household: Record<string, unknown> | null;
  residents: { id: Id; before: Record<string, unknown> | null }[];
}

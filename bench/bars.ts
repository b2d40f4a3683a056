/** What the product promises, one row of the table each; the figures come from a run, never from here. */
export interface Bar {
  what: string;
  unit: 'ms' | 's' | 'per second' | 'MB' | 'bytes' | 'differences' | 'times';
  /** Null: measured to be seen, nothing was promised. */
  limit: number | null;
  better: 'less' | 'more';
  /** What "floor" means for this row. */
  floor?: string;
}

const less = (what: string, unit: Bar['unit'], limit: number | null, floor?: string): Bar => ({
  what,
  unit,
  limit,
  better: 'less',
  ...(floor !== undefined && { floor }),
});
const more = (what: string, unit: Bar['unit'], limit: number | null, floor?: string): Bar => ({
  ...less(what, unit, limit, floor),
  better: 'more',
});

const plainInsert = 'one row of a visit inserted by itself, durably';
const plainBatch = 'a hundred rows of visits inserted by one statement, durably';

export const bars = {
  search: less('search by full name without diacritics, first page', 'ms', 15, 'one trip to the database'),
  searchApart: less('search by the same words in another order', 'ms', 15),
  searchMany: less('search by a family name that thousands have, first page', 'ms', 15),
  list: less('a member’s hamlet: first page of the list, with last contacts', 'ms', 15),
  listGrowth: less('the same list: large commune against small one', 'times', 1.5),
  board: less('targets of the commune from counters', 'ms', 5),
  left: less('who is left, first page, any target', 'ms', null),
  recount: less('full recount of every target', 'ms', 150),
  recountDifferences: less('counters that differ from the recount, after all visits', 'differences', 0),
  visits1: more('visits recorded one per request, 1 client', 'per second', null, plainInsert),
  visits8: more('visits recorded one per request, 8 clients', 'per second', 1200, plainInsert),
  visits8p95: less('their p95', 'ms', 15, plainInsert),
  visitsOneHamlet: more('the same, all 8 in one hamlet', 'per second', null, plainInsert),
  visitCpuNode: less('processor time per visit, product', 'ms', null),
  visitCpuDatabase: less(
    'processor time per visit, database and its background work',
    'ms',
    null,
    plainInsert,
  ),
  visitCpu: less('processor time per visit, together', 'ms', 0.3),
  phoneSingle1: more('visits pushed by phones one per request, 1 phone', 'per second', null, plainInsert),
  phoneSingle8: more('visits pushed by phones one per request, 8 phones', 'per second', 1200, plainInsert),
  phoneSingle8p95: less('p95 of these requests', 'ms', 15, plainInsert),
  phoneSingle32: more('visits pushed by phones one per request, 32 phones', 'per second', null, plainInsert),
  phoneSingleOneHamlet: more('the same, 8 phones of one hamlet', 'per second', null, plainInsert),
  phoneBatch1: more('visits pushed in batches of 100, 1 phone', 'per second', null, plainBatch),
  phoneBatch8: more('visits pushed in batches of 100, 8 phones', 'per second', 10_000, plainBatch),
  phoneBatch32: more('visits pushed in batches of 100, 32 phones', 'per second', null, plainBatch),
  phoneBatchOneHamlet: more(
    'the same in batches of 100, 8 phones of one hamlet',
    'per second',
    null,
    plainBatch,
  ),
  phoneSingleCpu: less('processor time per visit pushed singly, with the database', 'ms', 0.3, plainInsert),
  phoneBatchCpu: less('processor time per visit pushed in batches, with the database', 'ms', 0.3, plainBatch),
  phoneNothingNew: more('“anything new?” with nothing new', 'per second', null),
  phoneFirstPull: less('first pull of a hamlet of 500 households, without the line', 'ms', null),
  phoneFirstPullBr: less('its bytes, brotli', 'bytes', 300_000),
  phoneFirstPullGzip: less('its bytes, gzip', 'bytes', 300_000),
  importPreview: less('import: preview of the whole commune’s list (.xlsx)', 's', 5),
  importCommit: less('import: writing it', 's', 10, 'the same rows inserted in batches, without indexes'),
  importReaderMemory: less('import: memory of the process that reads the file, peak', 'MB', 300),
  importMemory: less('import: memory of the process that compares and writes, peak', 'MB', 300),
  exportXlsx: less('export of 50,000 residents as .xlsx', 's', 0.5),
  exportCsv: less(
    'export of 50,000 residents as .csv',
    's',
    0.5,
    'the same rows selected and joined by semicolons',
  ),
  exportMemory: less('export: memory it added to its process, peak', 'MB', null),
  reportDocx: less('monthly report of a hamlet as .docx', 's', 0.3),
  sumDocx: less('monthly table of the commune as .docx', 's', 1),
  documentHamletDocx: less('report of a hamlet that was sent, as .docx', 's', 0.3),
  documentHamletPdf: less('the same as .pdf', 's', 2),
  documentCommuneDocx: less('the commune’s report with its charts, of all hamlets, as .docx', 's', 1),
  documentCommunePdf: less('the same commune’s report as .pdf', 's', 2),
  hamletBoard: less('board of the hamlets’ reports as it is shown, after five years', 'ms', 20),
  hamletBoardAll: less('the same with all 60 months at once, which no page shows', 'ms', null),
  hamletOwnReports: less('a head’s own reports, after five years', 'ms', 20),
  start: less('start to the first page', 's', 3),
  pageList: less('list page over HTTP, rendered', 'ms', null),
  pageBoard: less('targets page over HTTP, rendered', 'ms', null),
  serverMemory: less('server memory after pages and exports', 'MB', 300),
  serverPeak: less('server memory at its peak, an import preview included', 'MB', null),
  pageScript: less('JavaScript of an office page', 'bytes', 0),
} satisfies Record<string, Bar>;

export type BarName = keyof typeof bars;

/** A measured row, or why it could not be measured. */
export type Outcome =
  { value: number; p95?: number; floor?: number; note?: string } | { notMeasured: string };

export type Outcomes = Partial<Record<BarName, Outcome>>;

/** What one column (one kind of database) has measured. */
export interface Column {
  database: string;
  households: number;
  residents: number;
  visits: number;
  smallHouseholds: number;
  /** Of one processor, in the middle of the samples taken between the stages. */
  processorShare: number;
  outcomes: Outcomes;
}

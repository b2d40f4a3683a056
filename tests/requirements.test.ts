import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '#features/reports/default-templates.ts';
import { indicatorsOf, textSections } from '#features/reports/model/template.ts';

/** Issue 5: every requirement R8–R76 is pointed at on a screen, in a test and in the monthly report, by docs/REQUIREMENTS.md. */
const root = join(import.meta.dirname, '..');
const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

interface Row {
  code: string;
  asked: string;
  screen: string;
  test: string;
  report: string;
  missing: string;
}

/** The rows of the table that begin with a number. */
function rowsOf(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    if (!/^\|\s*R\d/.test(line)) return [];
    const cells = line.split('|').map((cell) => cell.trim());
    const [, code = '', asked = '', screen = '', test = '', report = '', missing = '', end] = cells;
    return [{ code, asked, screen, test, report, missing: end === '' && cells.length === 8 ? missing : '' }];
  });
}

const screensOfPhone = new Set(
  ['doing', 'me', 'reading'].flatMap((part) =>
    [...textOf('src', 'field', 'screens', part, 'routes.ts').matchAll(/path: '([^']+)'/g)].map(
      ([, path = '']) => path,
    ),
  ),
);
const forms = Object.values(defaultTemplates);
const parts = {
  section: new Set(
    forms.flatMap((form) => [...form.sections, ...textSections(form)].map(({ code }) => code)),
  ),
  row: new Set(forms.flatMap((form) => indicatorsOf(form).map(({ code }) => code))),
  form: new Set(forms.flatMap(({ document }) => Object.keys(document))),
} as const;
const reports = ['src', 'features', 'reports'];
const sentences = [
  ...readdirSync(join(root, ...reports, 'narrative')).map((file) => textOf(...reports, 'narrative', file)),
  textOf(...reports, 'default-templates.ts'),
  textOf(...reports, 'commune-words.ts'),
  textOf(...reports, 'document', 'words.ts'),
].join('\n');

const quoted = (text: string) => [...text.matchAll(/“([^”]*)”/g)].map(([, words = '']) => words);
const marked = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, words = '']) => words);
/** "—" and why: a dash alone explains nothing. */
const isReason = (text: string) => /^— \S.{15,}/.test(text);

function screenFaults({ screen }: Row): string[] {
  const named = marked(screen);
  if (named.length === 0) return isReason(screen) ? [] : ['no screen is named'];
  return named.flatMap((path) => {
    const isThere = path.startsWith('di-dong/')
      ? screensOfPhone.has(path.slice('di-dong/'.length))
      : path.startsWith('/') && existsSync(join(root, 'src/routes/(office)', path, '+page.svelte'));
    return isThere ? [] : [`no screen ${path}`];
  });
}

function testFaults({ test }: Row): string[] {
  const named = [...test.matchAll(/`([^`]+)`((?: “[^”]+”)*)/g)];
  if (named.length === 0) return ['no test is named'];
  return named.flatMap(([, file = '', titles = '']) => {
    if (!file.endsWith('.test.ts') || !existsSync(join(root, file))) return [`no test file ${file}`];
    const source = textOf(file);
    const said = quoted(titles);
    // The title stands at the beginning of what a test or a group of tests is called.
    const isThere = (title: string) =>
      title.length >= 8 &&
      [`'`, '"', '`'].some((mark) => new RegExp(`\\(\\s*${mark}${literal(title)}`).test(source));
    return [
      ...(said.length === 0 ? [`no title of ${file}`] : []),
      ...said.filter((title) => !isThere(title)).map((title) => `no “${title}” in ${file}`),
    ];
  });
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function reportFaults({ report }: Row): string[] {
  if (report.startsWith('—')) return isReason(report) ? [] : ['no reason why no report tells of it'];
  const named = marked(report);
  const words = quoted(report);
  return [
    ...(named.length + words.length === 0 ? ['nothing of the report is named'] : []),
    ...named.flatMap((key) => {
      const [kind = '', code = ''] = key.split(' ');
      const isThere = (kind === 'section' || kind === 'row' || kind === 'form') && parts[kind].has(code);
      return isThere ? [] : [`no ${key} in any form`];
    }),
    ...words
      .filter((one) => one.length < 8 || !sentences.includes(one))
      .map((one) => `no report says “${one}”`),
  ];
}

const faultsOf = (row: Row): string[] =>
  [
    ...(row.asked === '' ? ['nothing is asked'] : []),
    ...screenFaults(row),
    ...testFaults(row),
    ...reportFaults(row),
    ...(row.missing === '—' || /^\S.*\.$/.test(row.missing)
      ? []
      : ['what is missing is no sentence, or the row is broken']),
  ].map((fault) => `${row.code}: ${fault}`);

const rows = rowsOf(textOf('docs', 'REQUIREMENTS.md'));

describe('the map of the requirements', () => {
  it('has each of R8 to R76 once, in order', () => {
    const wanted = Array.from({ length: 69 }, (_, index) => `R${index + 8}`);
    expect(rows.map(({ code }) => code)).toEqual(wanted);
  });

  it('names screens, tests and parts of the report that are there', () => {
    expect(rows.flatMap(faultsOf)).toEqual([]);
  });

  it('would not pass with a row that names what is not there', () => {
    const [good] = rows;
    if (!good) throw new Error('no rows');
    expect(faultsOf(good)).toEqual([]);
    const wrong: [Partial<Row>, number][] = [
      [{ screen: '`/khong-co`, `di-dong/khong-co`' }, 2],
      [{ screen: '—' }, 1],
      [{ test: '`tests/none.test.ts` “takes six taps at most”' }, 1],
      [{ test: '`tests/e2e/field-doing.test.ts` “takes five taps at most”' }, 1],
      [{ test: '`tests/e2e/field-doing.test.ts`' }, 1],
      [{ report: '`row Z9`, `section khong_co`, “không báo cáo nào nói”' }, 3],
      [{ report: '— vì' }, 1],
      [{ report: 'somewhere' }, 1],
      [{ missing: 'something' }, 1],
    ];
    for (const [change, count] of wrong)
      expect(faultsOf({ ...good, ...change }), JSON.stringify(change)).toHaveLength(count);
    expect(rowsOf('| R8 | a | b | c | d |')).toMatchObject([{ missing: '' }]);
  });
});

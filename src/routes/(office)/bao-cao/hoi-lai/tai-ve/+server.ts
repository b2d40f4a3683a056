import { agreementOf } from '#features/reports/model/sample.ts';
import { canSeeAgreement } from '#features/reports/policy.ts';
import { sampleAgreement, type Agreement } from '#features/reports/queries/sample-agreement.server.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words, personUnknown, rate } from '../words.ts';

export const _access: Access = canSeeAgreement;

/** What the page shows: each hamlet, under it each who wrote there. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'agreement',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const { hamlets, people } = await sampleAgreement(ctx, `${ctx.today.slice(0, 4)}-01-01`);
      return hamlets.flatMap((hamlet) => [
        row(hamlet, words.wholeHamlet),
        ...people
          .filter((one) => one.hamlet === hamlet.hamlet)
          .map((one) => row(one, one.person ?? personUnknown)),
      ]);
    },
  });

const row = (one: Agreement, person: string) => [
  one.hamlet,
  person,
  one.confirmed + one.differs,
  one.confirmed,
  one.notMet,
  rate(agreementOf(one)),
];

import type { PlanInput } from '#features/plans/model.ts';
import type { Plan } from '#features/plans/queries.server.ts';

/** A plan as its form shows it. */
export const inputOf = ({ signer, settings, ...plan }: Plan): PlanInput => ({
  year: plan.year,
  number: plan.number,
  issuedOn: plan.issuedOn,
  title: plan.title,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  legalBasis: plan.legalBasis,
  recipients: plan.recipients,
  signerAuthority: signer.authority,
  signerTitle: signer.title,
  signerName: signer.name,
  ...settings,
});

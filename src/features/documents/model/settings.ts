import * as z from 'zod/mini';
import { day, line, optionalLine } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import type { Signer } from '#features/plans/model.ts';
import { someLines } from './fields.ts';
import { paperKinds } from './kinds.ts';
import * as words from '../words.ts';

/** Who issues: boxes 2, 3 and 4 of NĐ 30/2020. */
export interface Issuer {
  /** The body above, where the decree wants one: "UBND xã Nhơn Mỹ". */
  superior: string[];
  /** "Ủy ban nhân dân", "xã Nhơn Mỹ". */
  lines: string[];
  /** Inside a sentence: "Ủy ban nhân dân xã Nhơn Mỹ". */
  inText: string;
  /** "BC-UBND", "UBND-VHXH". */
  symbol: string;
  place: string;
}

/** Who signs, and so who approves the draft (NĐ 30/2020, Điều 11): a leader of the commune, or the head of the office. */
export const approvers = ['leader', 'office'] as const;
export type Approver = (typeof approvers)[number];
export interface PaperSigner extends Signer {
  approver: Approver;
}

/** What the papers of one kind have in common on a day. */
export interface PaperSettings {
  issuer: Issuer;
  signer: PaperSigner;
  recipients: string[];
}

/** The three parts are kept apart: a new vice chairman changes no list of recipients. */
export const settingParts = ['issuer', 'signer', 'recipients'] as const;
export type SettingPart = (typeof settingParts)[number];

const academic = /(^|\s)(ThS|TS|PGS|GS|BS|KS|CN|Thạc sĩ|Tiến sĩ|Thạc sỹ|Tiến sỹ)\.?(\s|$)/iu;

/** All parts of a kind from a day on; what did not change is not written again. `alsoFor`: kinds that the signer signs too. */
export const SettingsInput = z.object({
  kind: z.enum(paperKinds, chooseOne),
  validFrom: day,
  superior: someLines(3, 100),
  lines: someLines(4, 100).check(z.minLength(1, words.issuerNeeded)),
  inText: line(200),
  symbol: line(40).check(z.regex(/^[^\s/]+$/u, words.symbolShape)),
  place: line(80),
  authority: someLines(3, 100),
  title: line(100),
  name: z.pipe(
    optionalLine(80),
    z.nullable(z.string().check(z.refine((name) => !academic.test(name), words.noAcademicTitle))),
  ),
  approver: z.enum(approvers, chooseOne),
  recipients: someLines(40).check(
    z.minLength(1, words.recipientsNeeded),
    z.refine((lines) => lines.at(-1)?.startsWith('Lưu:') === true, words.archiveLast),
  ),
  alsoFor: z._default(z.array(z.enum(paperKinds, chooseOne)), []),
});
export type SettingsInput = z.infer<typeof SettingsInput>;

/** The input as the three parts. */
export function partsOf(input: SettingsInput): PaperSettings {
  const { superior, lines, inText, symbol, place, authority, title, name, approver, recipients } = input;
  return {
    issuer: { superior, lines, inText, symbol, place },
    signer: { authority, title, name, approver },
    recipients,
  };
}

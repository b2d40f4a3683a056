-- Official documents that are no periodic reports (issue 4, line 8): drafted from data and by hand, approved by who signs,
-- numbered and issued by the records clerk (NĐ 30/2020, Điều 10-18).
create table documents (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('plan', 'reminder', 'group_list', 'invitation', 'minutes')),
  state text not null check (state in ('draft', 'approved', 'numbered', 'issued', 'discarded')),
  -- a plan's id, a period, a year: what it was drafted of
  about text,
  content jsonb not null,
  -- frozen when it is approved: content, settings and names by value
  snapshot jsonb,
  prepared_by uuid not null,
  approved_by uuid,
  approved_at timestamptz,
  returned_by uuid,
  returned_at timestamptz,
  return_note text,
  -- given by the records clerk, never by the product
  number text,
  dated_on date,
  numbered_by uuid,
  issued_by uuid,
  issued_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id)
);
-- One draft of one thing: two who press at once open the same.
create unique index documents_one_draft on documents (commune_id, kind, about) where state = 'draft' and about is not null;
-- Number and symbol are given once in a year (NĐ 30/2020, Điều 15).
create unique index documents_number_once on documents (commune_id, (extract(year from dated_on)), number) where number is not null;

-- Issuer, signer and recipients of the papers of a kind, each from a day on; before the first the plan and the product's own stand.
create table document_settings (
  commune_id text not null,
  kind text not null check (kind in ('plan', 'reminder', 'group_list', 'invitation', 'minutes', 'office_report', 'commune_report')),
  part text not null check (part in ('issuer', 'signer', 'recipients')),
  valid_from date not null,
  value jsonb not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, kind, part, valid_from)
);

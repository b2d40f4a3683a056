-- Indicators that somebody above asks evidence of (R4; domain/01 §1.6, §2.2), as data that the Culture-Social office keeps: no
-- national set for communes is known, provinces make their own. A row is a code for a span of days; what changes is a new row.
create table indicators (
  commune_id text not null,
  id uuid not null,
  code text not null,
  name text not null,
  unit text not null,
  -- figures of the product's reports by their code; null: nothing of the product measures it, and it is "—"
  numerator text,
  -- which of the numerator's values
  counting text not null check (counting in ('period', 'cumulative')),
  -- with one, the value is a share of it in percent
  denominator text,
  -- the document that asks for it
  source text not null,
  points double precision,
  valid_from date not null,
  -- the last day; null: until further notice
  valid_to date,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index indicators_from on indicators (commune_id, code, valid_from);

-- Who sells in the commune and how far each has come on the Internet (R34–R42, W14). No personal data but a name to ask for: no
-- phone, no paper numbers; a household of the register is a link, and is shown to who may see it.
create table businesses (
  commune_id text not null,
  id uuid not null,
  hamlet_id uuid not null,
  household_id uuid,
  kind text not null check (kind in ('household_business', 'enterprise', 'cooperative', 'producer')),
  name text not null,
  -- what it makes or sells
  products text not null,
  -- whom to ask for there
  contact_name text,
  note text,
  closed_on date,
  registered_by uuid not null,
  registered_on date not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id)
);
create index businesses_of_hamlet on businesses (commune_id, hamlet_id);

-- Steps are only added: in any order, and one that was wrong or is lost is taken back by a row of its own.
create table business_steps (
  commune_id text not null,
  id uuid not null,
  business_id uuid not null,
  step text not null check (
    step in ('account', 'e_payment', 'photo', 'product_page', 'shop', 'first_order', 'packing', 'running')
  ),
  taken_back boolean not null,
  done_on date not null,
  -- the member who helped; null: nobody of a team
  member_id uuid,
  -- where the shop is: a marketplace by its name
  marketplace text,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, business_id) references businesses (commune_id, id)
);
create index business_steps_of_business on business_steps (commune_id, business_id, recorded_at);

-- A promise of quality with the very text that was signed (R41); the newest stands, none is changed.
create table quality_commitments (
  commune_id text not null,
  id uuid not null,
  business_id uuid not null,
  text_version text not null,
  text text not null,
  signed_on date not null,
  signed_by text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, business_id) references businesses (commune_id, id)
);
create index quality_commitments_of_business on quality_commitments (commune_id, business_id);

-- Technology that a business applies in production (R42).
create table business_technologies (
  commune_id text not null,
  id uuid not null,
  business_id uuid not null,
  name text not null,
  applied_on date not null,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, business_id) references businesses (commune_id, id)
);
create index business_technologies_of_business on business_technologies (commune_id, business_id);

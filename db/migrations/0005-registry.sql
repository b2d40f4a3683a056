create table households (
  commune_id text not null,
  id uuid not null,
  hamlet_id uuid not null,
  -- These stand first because a search reads them of every row, and PostgreSQL unpacks a row up to the last column it needs.
  merged_into uuid,
  -- what a search without diacritics finds: code, head, people, phones, address
  search_text text not null,
  head_sort_key text not null collate "C",
  address_sort_key text not null collate "C",
  -- our own short code, and the number in the list that the commune keeps
  code text not null,
  book_number text,
  -- tổ (neighbourhood group) within the hamlet
  group_name text,
  address text,
  phone text,
  head_id uuid,
  head_name text not null,
  -- members as stated by a list that names only the head (người)
  stated_size integer,
  state text not null check (state in ('living', 'away', 'moved_out', 'dissolved')),
  state_on date not null,
  has_smartphone text not null check (has_smartphone in ('yes', 'no', 'unknown')),
  has_internet text not null check (has_internet in ('yes', 'no', 'unknown')),
  -- restricted: the class of the social policy, with year and decision
  poverty text not null check (poverty in ('none', 'poor', 'near_poor', 'escaped_poverty', 'unknown')),
  poverty_year integer,
  poverty_decision text,
  -- the team member who looks after this household, if one was named
  responsible_member_id uuid,
  note text,
  registered_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);
create unique index households_one_code on households (commune_id, code);
-- No trigram index on search_text: row-level security keeps PostgreSQL from using one (its operators are not leakproof), so a
-- search reads the rows of the commune.
create index households_by_hamlet_head on households (commune_id, hamlet_id, head_sort_key, id);
create index households_by_head on households (commune_id, head_sort_key, id);
create index households_by_address on households (commune_id, address_sort_key, id);
create index households_by_hamlet_address on households (commune_id, hamlet_id, address_sort_key, id);
create index households_by_book_number on households (commune_id, hamlet_id, book_number);

create table residents (
  commune_id text not null,
  id uuid not null,
  household_id uuid not null,
  -- as the register's page orders them
  position integer not null,
  full_name text not null,
  name_folded text not null,
  sort_key text not null collate "C",
  sex text check (sex in ('male', 'female')),
  -- year-only births are stored as 31/12, month-only as the last day (domain/06 §6.5)
  birth_date date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  residence text not null check (residence in ('permanent', 'temporary', 'lodging', 'absent', 'unknown')),
  relation text not null check (relation in ('head', 'spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other')),
  relation_text text,
  phone text,
  has_smartphone text not null check (has_smartphone in ('yes', 'no', 'unknown')),
  -- restricted: belongs to a vulnerable group ("yếu thế"); never which one
  vulnerable boolean not null,
  state text not null check (state in ('living', 'died', 'moved_out')),
  state_on date not null,
  merged_into uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id),
  check ((birth_date is null) = (birth_precision is null))
);
create index residents_by_household on residents (commune_id, household_id, position);
create index residents_by_name on residents (commune_id, name_folded);
create index residents_without_smartphone on residents (commune_id, household_id) where has_smartphone = 'no';
create index residents_vulnerable on residents (commune_id, household_id) where vulnerable;
create index residents_by_birth on residents (commune_id, birth_date);

-- The next household number of each hamlet; locked by who registers (no global sequence, law 7).
create table household_numbers (
  commune_id text not null,
  hamlet_id uuid not null,
  next_number integer not null,
  primary key (commune_id, hamlet_id)
);

create table imports (
  commune_id text not null,
  id uuid not null,
  file_name text not null,
  -- 'read': compared and shown, nothing written; 'failed': nothing written either, may be tried again
  state text not null check (state in ('read', 'writing', 'done', 'failed', 'undone', 'dropped')),
  -- households written so far, of how many (hộ)
  progress integer not null,
  total integer not null,
  -- the file and what was read from it: kept until the import is done or dropped
  file bytea,
  list jsonb,
  -- counts, hamlets, warnings, columns: what the preview shows
  summary jsonb not null,
  result jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (commune_id, id)
);
-- One row per household of the list: first what would happen, after the import what did; then the rows that were left out.
create table import_rows (
  commune_id text not null,
  import_id uuid not null,
  position integer not null,
  sheet text,
  row_number integer,
  head_name text,
  hamlet_name text,
  action text not null check (action in ('created', 'updated', 'moved', 'unchanged', 'skipped')),
  household_id uuid,
  -- the columns as they were, for undoing
  before jsonb,
  message text not null,
  primary key (commune_id, import_id, position)
);
create index import_rows_by_household on import_rows (commune_id, household_id) where household_id is not null;

-- Which history of the server the phones know: another epoch after a restore from a copy (sync law 13).
create table sync_epochs (
  commune_id text not null,
  epoch uuid not null,
  announced_at timestamptz not null,
  primary key (commune_id)
);

-- The counter of each hamlet, locked by who changes something there (sync law 4, law 8 of the house). A hamlet without a row has
-- not been asked for yet: its first change or pull begins it with all its households.
create table sync_scopes (
  commune_id text not null,
  hamlet_id uuid not null,
  revision bigint not null,
  -- what left the hamlet up to this revision is no longer told: an older cursor gets the whole list (sync law 6)
  pruned_to bigint not null,
  primary key (commune_id, hamlet_id)
);

-- One row for each household that is or was in a hamlet: when it last changed there, or that it left.
create table sync_homes (
  commune_id text not null,
  hamlet_id uuid not null,
  household_id uuid not null,
  revision bigint not null,
  gone boolean not null,
  changed_at timestamptz not null,
  primary key (commune_id, hamlet_id, household_id)
);
create index sync_homes_by_revision on sync_homes (commune_id, hamlet_id, revision, household_id);
create index sync_homes_by_household on sync_homes (commune_id, household_id) where not gone;

-- A phone of a member. Local table: no foreign key points at accounts.
create table devices (
  commune_id text not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  -- opens the phone's store when its PIN is forgotten; given at each signing in (sync law 11)
  recovery_key text not null,
  -- what the phone says of itself, shortened
  label text not null,
  app_version text not null,
  enrolled_at timestamptz not null,
  seen_at timestamptz not null,
  last_seq integer not null,
  -- what the phone last said it had not sent (phiếu), and since when
  unsent integer not null,
  oldest_unsent_at timestamptz,
  -- lost (phiếu): a store that vanished from the phone with this many unsent
  vanished integer not null,
  -- the same seq came with two operations: somebody copied the phone's store
  copied_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  wiped_at timestamptz,
  primary key (commune_id, id)
);
create unique index devices_by_token on devices (token_hash);
create index devices_by_account on devices (commune_id, account_id);

-- Every operation that a phone sent, once, with its answer: the receipt, and the guard against writing twice.
create table sync_operations (
  commune_id text not null,
  op_id uuid not null,
  device_id uuid not null,
  seq integer not null,
  account_id uuid not null,
  command text not null,
  version integer not null,
  hamlet_id uuid not null,
  household_id uuid,
  -- the corrected time of the doing, and the phone's own clock
  made_at timestamptz not null,
  device_clock timestamptz not null,
  received_at timestamptz not null,
  status text not null check (status in ('ok', 'merged', 'review', 'rejected')),
  outcome jsonb not null,
  -- what was told, kept only while it is not in the register: merged, to review, rejected
  input jsonb,
  base jsonb,
  -- 'clock_off', 'after_revocation', 'rights_ended', 'household_moved'
  flags text[] not null,
  primary key (commune_id, op_id)
);
create index sync_operations_by_device on sync_operations (commune_id, device_id, seq);
create index sync_operations_by_attention on sync_operations (commune_id, hamlet_id, received_at) where status <> 'ok';

-- Two words about who somebody is: both are kept until a person decides (sync law 7).
create table sync_reviews (
  commune_id text not null,
  id uuid not null,
  op_id uuid not null,
  hamlet_id uuid not null,
  household_id uuid not null,
  subject text not null check (subject in ('household', 'resident')),
  subject_id uuid not null,
  field text not null,
  told jsonb,
  stood jsonb,
  told_by uuid not null,
  told_at timestamptz not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text check (decision in ('told', 'stood')),
  primary key (commune_id, id)
);
create index sync_reviews_open on sync_reviews (commune_id, hamlet_id, created_at) where decided_at is null;

-- Hamlets that become one from a day on (R93, W22). A merger whose day has not come waits here; the night before it is read does it.
create table hamlet_mergers (
  commune_id text not null,
  id uuid not null,
  -- the hamlets that end
  hamlet_ids uuid[] not null,
  -- the one that goes on; null while it is a new one that has not begun
  into_hamlet_id uuid,
  -- of a new one
  new_name text,
  valid_from date not null,
  -- the paper by which they merge
  decision_number text not null,
  decision_on date not null,
  -- the members of the ended hamlets' teams join the team of the one that goes on, or stay a team beside it
  teams text not null check (teams in ('join', 'beside')),
  -- the account that is its head and the member that leads its team; null: who is it already
  head_id uuid,
  leader_id uuid,
  state text not null check (state in ('planned', 'done', 'cancelled')),
  -- what went over when it was done: households, people, members …
  counts jsonb,
  written_at timestamptz not null,
  written_by uuid,
  done_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, into_hamlet_id) references hamlets (commune_id, id),
  check (into_hamlet_id is not null or new_name is not null)
);
create index hamlet_mergers_planned on hamlet_mergers (commune_id, valid_from) where state = 'planned';

-- What a merger brought from one hamlet to another: today's row names the new hamlet; on a day before, it was of the old one.
create table hamlet_moves (
  commune_id text not null,
  subject_id uuid not null,
  merger_id uuid not null,
  subject text not null check (subject in ('household', 'group', 'team', 'team_member', 'task', 'support_request', 'obstacle', 'business', 'training_class')),
  from_hamlet_id uuid not null,
  into_hamlet_id uuid not null,
  -- of a member who joined the team of the hamlet that goes on
  from_team_id uuid,
  moved_on date not null,
  moved_at timestamptz not null,
  primary key (commune_id, subject_id, merger_id),
  foreign key (commune_id, merger_id) references hamlet_mergers (commune_id, id)
);
create index hamlet_moves_by_subject on hamlet_moves (commune_id, subject, moved_on);

alter table hamlets add column merged_into uuid;
alter table hamlets add foreign key (commune_id, merged_into) references hamlets (commune_id, id);
alter table hamlets add check (merged_into is null or valid_to is not null);

-- A second team in a hamlet: that of a hamlet which was merged into it.
alter table teams add column beside boolean not null default false;
drop index teams_one_per_hamlet;
create unique index teams_one_per_hamlet on teams (commune_id, hamlet_id) where ended_on is null and hamlet_id is not null and not beside;

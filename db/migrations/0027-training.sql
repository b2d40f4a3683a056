-- Training of the teams' members (R48–R50, R55, R65, W11).
create table training_topics (
  commune_id text not null,
  id uuid not null,
  name text not null,
  -- what one can do after it
  summary text,
  -- codes of the catalogue whose guidance cards are its materials
  platforms text[] not null,
  -- the national course that goes with it ("Bình dân học vụ số")
  course_link text,
  -- months after which it is to be repeated; null: never
  valid_months integer check (valid_months between 1 and 120),
  position integer not null,
  created_at timestamptz not null,
  retired_on date,
  primary key (commune_id, id)
);
create unique index training_topics_name on training_topics (commune_id, lower(name)) where retired_on is null;

create table training_classes (
  commune_id text not null,
  id uuid not null,
  -- null: for the whole commune
  hamlet_id uuid,
  name text not null,
  form text not null check (form in ('in_person', 'online')),
  place text,
  link text,
  trainer text not null,
  organiser text,
  held_on date not null,
  -- 'HH:MM'
  starts_at text not null,
  ends_at text,
  -- who ticks the list besides leaders and the office; null: nobody in particular
  roll_member_id uuid,
  -- of ten
  pass_score double precision not null check (pass_score between 0 and 10),
  -- a note only; money is kept by its own room
  cost_note text,
  note text,
  state text not null check (state in ('proposed', 'planned', 'held', 'cancelled')),
  -- when the state was written down: a report counts what was written by its cut-off
  state_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, roll_member_id) references team_members (commune_id, id),
  check (form = 'online' or place is not null)
);
create index training_classes_by_day on training_classes (commune_id, held_on desc, id desc);

create table training_class_topics (
  commune_id text not null,
  class_id uuid not null,
  topic_id uuid not null,
  primary key (commune_id, class_id, topic_id),
  foreign key (commune_id, class_id) references training_classes (commune_id, id),
  foreign key (commune_id, topic_id) references training_topics (commune_id, id)
);

create table training_trainees (
  commune_id text not null,
  class_id uuid not null,
  member_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  primary key (commune_id, class_id, member_id),
  foreign key (commune_id, class_id) references training_classes (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id)
);
create index training_trainees_by_member on training_trainees (commune_id, member_id);

-- Who was there: rows are only added; the one that was done last stands.
create table training_attendances (
  commune_id text not null,
  id uuid not null,
  class_id uuid not null,
  member_id uuid not null,
  attended boolean not null,
  done_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (commune_id, id),
  foreign key (commune_id, class_id, member_id) references training_trainees (commune_id, class_id, member_id)
);
create index training_attendances_of on training_attendances (commune_id, class_id, member_id, done_at desc, id desc);

-- The short test: rows are only added; result null takes a result back (not taken after all).
create table training_results (
  commune_id text not null,
  id uuid not null,
  class_id uuid not null,
  member_id uuid not null,
  result text check (result in ('passed', 'not_passed')),
  -- of ten, when there was a score
  score double precision check (score between 0 and 10),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (commune_id, id),
  foreign key (commune_id, class_id, member_id) references training_trainees (commune_id, class_id, member_id)
);
create index training_results_of on training_results (commune_id, class_id, member_id, recorded_at desc, id desc);

-- What VNeID says of a national course that a member has done there: seen and written down, apart from our own check.
create table training_confirmations (
  commune_id text not null,
  id uuid not null,
  member_id uuid not null,
  course text not null,
  confirmed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id)
);
create unique index training_confirmations_once on training_confirmations (commune_id, member_id, lower(course)) where withdrawn_at is null;

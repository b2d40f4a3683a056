-- Work given to a member, a team, or somebody with an account (R52, R69, R70, W8). One row has one doer: what is given to
-- five teams is five tasks of one batch, each with its own way.
create table tasks (
  commune_id text not null,
  id uuid not null,
  batch_id uuid not null,
  title text not null,
  text text,
  -- why: own work of the team, an item of the plan, a leader's directive, households that a target lacks
  source text not null check (source in ('own', 'plan', 'directive', 'gap')),
  plan_item text,
  -- the target whose missing households it names
  target text,
  assignee_kind text not null check (assignee_kind in ('member', 'team', 'account')),
  assignee_id uuid not null,
  -- where the doer works; null: an account of the commune, or the commune's team
  hamlet_id uuid,
  due_on date not null,
  priority text not null check (priority in ('high', 'normal')),
  repeats text not null check (repeats in ('none', 'weekly', 'monthly')),
  -- the task of which this is the next turn
  follows uuid,
  state text not null check (state in ('new', 'accepted', 'in_progress', 'done', 'verified', 'returned', 'cancelled')),
  state_at timestamptz not null,
  -- the account that took the last step: who says done does not verify
  state_by uuid,
  created_by uuid,
  created_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);
create index tasks_by_hamlet on tasks (commune_id, hamlet_id, due_on);
create index tasks_by_assignee on tasks (commune_id, assignee_id);
create index tasks_by_giver on tasks (commune_id, created_by);
create index tasks_by_batch on tasks (commune_id, batch_id);
create unique index tasks_one_next on tasks (commune_id, follows) where follows is not null;

create table task_checks (
  commune_id text not null,
  task_id uuid not null,
  position smallint not null,
  text text not null,
  -- null: not yet
  done_at timestamptz,
  done_by uuid,
  primary key (commune_id, task_id, position),
  foreign key (commune_id, task_id) references tasks (commune_id, id)
);

create table task_comments (
  commune_id text not null,
  id uuid not null,
  task_id uuid not null,
  text text not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (commune_id, id),
  foreign key (commune_id, task_id) references tasks (commune_id, id)
);
create index task_comments_by_task on task_comments (commune_id, task_id, written_at);

-- The households that a task generated from a target's gap is about; whom somebody met since it was given is read from the visits.
create table task_households (
  commune_id text not null,
  task_id uuid not null,
  household_id uuid not null,
  primary key (commune_id, task_id, household_id),
  foreign key (commune_id, task_id) references tasks (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id)
);
create index task_households_by_household on task_households (commune_id, household_id);

-- Work of a member who leaves goes to somebody else (R104). Whoever raised an obstacle says whether it is solved; when they have
-- left, the one to whom it was handed does. Null: who raised it.
alter table obstacles add column spoken_by uuid;
create index obstacles_by_speaker on obstacles (commune_id, spoken_by) where spoken_by is not null;
alter table obstacle_steps drop constraint obstacle_steps_step_check;
alter table obstacle_steps add constraint obstacle_steps_step_check
  check (step in ('raised', 'corrected', 'triaged', 'in_progress', 'resolved', 'confirmed', 'escalated', 'directed', 'handed_over'));

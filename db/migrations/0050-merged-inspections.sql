-- Inspections go over with the hamlet that they are of.
alter table hamlet_moves drop constraint hamlet_moves_subject_check;
alter table hamlet_moves add constraint hamlet_moves_subject_check check (subject in (
  'household', 'group', 'team', 'team_member', 'task', 'support_request', 'obstacle', 'business', 'training_class', 'inspection'));

-- buudien.vn is the marketplace that the plan names (R34): entries of before are told so; the office marks others on screen. A step that
-- names its marketplace keeps the entry's code, as guidance does.
update catalogue_entries
  set details = details || '{"marketplace": true}'::jsonb
  where kind = 'platform' and code = 'buudien';

-- The figures at the end of each finished month as they were known then: what is written down later changes nothing in them
-- (P14), so they are counted once, by the clock, and every curve reads them from here.
create table target_months (
  commune_id text not null,
  month text not null,
  hamlet_id uuid not null,
  target text not null,
  population integer not null,
  reached integer not null,
  unknown integer not null,
  uncertain integer not null,
  primary key (commune_id, month, hamlet_id, target)
);

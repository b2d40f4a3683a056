-- Days within which help comes, by urgency (W9, SLA); the newest one valid on a day counts. None: the product's default.
create table support_clocks (
  commune_id text not null,
  id uuid not null,
  urgent_days integer not null check (urgent_days between 1 and 90),
  soon_days integer not null check (soon_days between 1 and 90),
  ordinary_days integer not null check (ordinary_days between 1 and 90),
  valid_from date not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id)
);

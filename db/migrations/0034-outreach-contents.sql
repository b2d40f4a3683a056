-- What is said to people (R20, R24, R31): policy, event, how-to, scam warning, in a form for each channel. A version never changes.
create table outreach_contents (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('policy', 'event', 'how_to', 'scam_warning')),
  -- the newest version
  version integer not null check (version > 0),
  retired_on date,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, id)
);

create table outreach_content_versions (
  commune_id text not null,
  content_id uuid not null,
  version integer not null,
  title text not null,
  -- a topic and a platform of the catalogue
  topic text,
  platform text,
  -- where the leaflet's QR leads
  link text,
  -- the last day on which it is still to be said (an event, a campaign)
  valid_until date,
  -- script for the hamlet loudspeaker, leaflet, text for the Zalo group, talking points
  loudspeaker text,
  leaflet text,
  zalo text,
  talk text,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (commune_id, content_id, version),
  foreign key (commune_id, content_id) references outreach_contents (commune_id, id),
  check (coalesce(loudspeaker, leaflet, zalo, talk) is not null)
);

-- "Đợt tuyên truyền" (R24, W5): what is planned by channel, hamlet and day, and the session in which it happened
create table outreach_campaigns (
  commune_id text not null,
  id uuid not null,
  title text not null,
  -- what is said, of the library; null: not chosen
  content_id uuid,
  goal text,
  starts_on date not null,
  ends_on date not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, content_id) references outreach_contents (commune_id, id),
  check (ends_on >= starts_on)
);

create table outreach_campaign_items (
  commune_id text not null,
  id uuid not null,
  campaign_id uuid not null,
  -- null: the whole commune
  hamlet_id uuid,
  -- an outreach form of the catalogue
  form text not null,
  planned_on date not null,
  state text not null check (state in ('planned', 'held', 'dropped')),
  -- the session in which it happened; its reach counts by the session's own list, or stays apart
  session_id uuid,
  note text,
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references outreach_campaigns (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, session_id) references outreach_sessions (commune_id, id),
  check ((state = 'held') = (session_id is not null))
);
create index outreach_items_of_campaign on outreach_campaign_items (commune_id, campaign_id);
create index outreach_items_planned on outreach_campaign_items (commune_id, planned_on) where state = 'planned';

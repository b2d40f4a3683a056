-- Two communes of one installation that become one (R104; decision 0021). The one that ends stays, closed, with all that it had; what
-- lives on is copied under the code of the one that goes on, which knows here from where and since when.
create table commune_mergers (
  commune_id text not null,
  id uuid not null,
  from_commune text not null,
  -- the day from which what came counts
  valid_from date not null,
  -- the paper by which they merged
  paper text not null,
  -- what came, in rows by table
  counts jsonb not null,
  done_at timestamptz not null,
  primary key (commune_id, id)
);
create unique index commune_mergers_once on commune_mergers (commune_id, from_commune);

-- Of a commune that ended: its last day was the one before; nobody writes in it any more.
alter table installed_communes add column closed_on date;
alter table installed_communes add column merged_into text;
alter table installed_communes add constraint installed_communes_closed check ((closed_on is null) = (merged_into is null));

-- Hamlets that came with another commune: on a day before, they were none of this one's.
alter table hamlets add column joined_by uuid;
alter table hamlets add constraint hamlets_joined_by_fkey foreign key (commune_id, joined_by) references commune_mergers (commune_id, id);
-- Entries that came so: no figure of a day before asks for them.
alter table catalogue_entries add column joined_on date;

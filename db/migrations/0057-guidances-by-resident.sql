-- A hamlet's report asks who of its people was guided, wherever they lived then.
create index guidances_by_resident on guidances (commune_id, resident_id) where resident_id is not null;

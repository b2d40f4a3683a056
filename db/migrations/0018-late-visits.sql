-- Whether work was written down after a report was sent is asked of every cell of the board: with the moment of writing in the
-- index that finds a hamlet's visits by day, no row of visits is read for it. It replaces that index, so that a visit costs no more.
drop index visits_by_hamlet_day;
create index visits_by_hamlet_day on visits (commune_id, hamlet_id, visited_on, id) include (recorded_at);

-- At which support point a visit "Tại điểm hỗ trợ" was, where that is known; a visit without a row: nobody said which (W12, R19).
create table point_visits (
  commune_id text not null,
  visit_id uuid not null,
  group_id uuid not null,
  primary key (commune_id, visit_id),
  foreign key (commune_id, visit_id) references visits (commune_id, id),
  foreign key (commune_id, group_id) references groups (commune_id, id)
);
create index point_visits_by_group on point_visits (commune_id, group_id);

-- Until now a hamlet's visits were the one point's: so they stay where there was only one; elsewhere nobody knows.
insert into point_visits (commune_id, visit_id, group_id)
select v.commune_id, v.id, (array_agg(g.id))[1]
  from visits as v
  join groups as g on g.commune_id = v.commune_id and g.hamlet_id = v.hamlet_id and g.registered_on <= v.visited_on
   and (g.state in ('recognised', 'active', 'suspended') or (g.state = 'closed' and g.state_on > v.visited_on))
 where v.form = 'support_point'
 group by v.commune_id, v.id
having count(*) = 1;

-- A class that teaches several topics has a test of each. Rows of before are of all topics of their class together, and stay so.
alter table training_results add column topic_id uuid;
alter table training_results add foreign key (commune_id, topic_id) references training_topics (commune_id, id);

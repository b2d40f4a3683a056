-- The signed files of official documents, as they came back from the document system; the newest stands, the older ones stay.
create table document_files (
  commune_id text not null,
  id uuid not null,
  document_id uuid not null,
  name text not null,
  bytes bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, document_id) references documents (commune_id, id)
);
create index document_files_of_document on document_files (commune_id, document_id);

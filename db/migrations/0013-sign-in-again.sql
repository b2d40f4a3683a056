-- A phone that used an invitation's code and never got to its first contact (its line was cut, its page was closed before the
-- PIN was chosen) may use the same code again for a while: it shows a word that it made itself beside the code. Only the hash of
-- both together is here, until the phone's first contact.
alter table devices add column claim_hash text;
alter table devices add column claim_until timestamptz;
create index devices_by_claim on devices (claim_hash) where claim_hash is not null;

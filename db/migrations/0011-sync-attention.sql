-- What people look through is also what was written but unusual: late from a revoked phone, a member whose term ended, a
-- household that moved, a clock that was off. One index holds exactly that, newest last, with the key that pages go by.
drop index sync_operations_by_attention;
create index sync_operations_by_attention on sync_operations (commune_id, received_at, op_id)
  where status <> 'ok' or flags <> '{}';

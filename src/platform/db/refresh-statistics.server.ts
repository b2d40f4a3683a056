import pg from 'pg';

/**
 * Tells the server's planner what the tables hold now. After a first import it would still believe them empty for a
 * minute, and pages would be planned for empty tables. Needs the owner's connection.
 */
export async function refreshStatistics(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

import type { ColumnType } from 'kysely';

/** A jsonb column: read as what it holds, written as text that `JSON.stringify` made (a bare array would become a PostgreSQL array). */
export type Json<Value = unknown> = ColumnType<Value, string, string>;

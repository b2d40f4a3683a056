import { join } from 'node:path';
import type { Home } from './home.server.ts';

/**
 * Written into postgresql.conf at the first start: right for an office PC or a small server, and the administrator's to
 * change there (or by ALTER SYSTEM).
 */
export const tunable = [
  'shared_buffers=128MB',
  'work_mem=16MB',
  'maintenance_work_mem=64MB',
  'max_connections=40',
  'wal_compression=on',
  'jit=off',
  'checkpoint_timeout=5min',
  'max_wal_size=1GB',
];

export interface Settings {
  home: Home;
  /** The folder of the Unix socket; null on Windows. */
  socketFolder: string | null;
  port: number;
  walArchive: boolean;
  durable: boolean;
}

/** The settings that the product stands on, given at every start so that no file can take them away. */
export function startArguments({ home, socketFolder, port, walArchive, durable }: Settings): string[] {
  const safety = durable ? 'on' : 'off';
  const settings = {
    // Tells a later start whether the process that started this server still lives: see `findPostmaster`.
    cluster_name: `to-so/${process.pid}`,
    port: String(port),
    listen_addresses: socketFolder === null ? '127.0.0.1' : '',
    ...(socketFolder !== null && { unix_socket_directories: socketFolder, unix_socket_permissions: '0700' }),
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // One file per weekday, so that the log bounds itself; terse, because DETAIL lines repeat people's data.
    logging_collector: 'on',
    log_directory: home.logs,
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_error_verbosity: 'terse',
    archive_mode: walArchive ? 'on' : 'off',
    ...(walArchive && { archive_command: archiveCommand(home.walArchive) }),
  };
  return [
    '-D',
    home.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * Copies a finished WAL file: on disk before it has its name, never over another one, and content with a copy that is
 * already there when it is the same (after a crash PostgreSQL asks again for what it had archived).
 */
export function archiveCommand(folder: string): string {
  if (process.platform === 'win32') return `copy "%p" "${literal(join(folder, '/'))}%f"`;
  const place = `'${literal(folder).replaceAll("'", `'\\''`)}'`;
  return (
    `if test -f ${place}/%f; then cmp -s "%p" ${place}/%f; ` +
    `else cp "%p" ${place}/%f.part && sync ${place}/%f.part && mv ${place}/%f.part ${place}/%f && sync ${place}; fi`
  );
}

/** PostgreSQL reads `%f` and `%p` in the command; a percent sign of the folder's own name is doubled. */
function literal(path: string): string {
  return path.replaceAll('%', '%%');
}

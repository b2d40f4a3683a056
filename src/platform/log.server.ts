import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured logs, one JSON object a line on stdout. What identifies a person or opens a door never goes in:
 * callers log ids and counts, and these names are cut out wherever they stand (A18).
 */
export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'code',
        'phone',
        'cookie',
        'authorization',
        '*.password',
        '*.token',
        '*.code',
        '*.phone',
        '*.cookie',
        '*.authorization',
        'headers.cookie',
        'headers.authorization',
      ],
      censor: '[cut]',
    },
  });
}

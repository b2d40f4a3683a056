import { resolve } from 'node:path';
import * as z from 'zod/mini';

/** What the operator may set. Every variable is described in the README's one table; a wrong value stops the start with a clear message. */
const shape = z.object({
  /** Where the product listens. */
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 3000),
  /** A PostgreSQL 15–18 server; without it the embedded database in DATA_DIR is used. */
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgres://'))),
  /** Where the embedded database lives. */
  DATA_DIR: z._default(z.string(), 'data'),
  /** Connections to the database. */
  DATABASE_POOL: z._default(z.coerce.number().check(z.int(), z.gte(2), z.lte(100)), 10),
  /** Believe X-Forwarded-* of a proxy on this address list (comma separated) or 'loopback'. */
  TRUST_PROXY: z._default(z.string(), ''),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
  /** 'demo': an empty database gets the demo commune; 'empty': it asks for the set-up of a real commune. */
  FIRST_START: z._default(z.enum(['demo', 'empty']), 'demo'),
  /** Households of the demo commune (hộ). */
  DEMO_HOUSEHOLDS: z._default(z.coerce.number().check(z.int(), z.gte(24), z.lte(200_000)), 6000),
});

export interface Config {
  host: string;
  port: number;
  databaseUrl: string | null;
  dataFolder: string;
  poolSize: number;
  trustProxy: string[];
  logLevel: string;
  firstStart: 'demo' | 'empty';
  demoHouseholds: number;
}

/** Raised at start when a variable has no usable value; its message lists every one that is wrong. */
export class ConfigError extends Error {}

/** Reads the configuration from environment variables; throws a ConfigError that names each wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = shape.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Cấu hình chưa đúng (biến môi trường):\n${lines.join('\n')}`);
  }
  const value = result.data;
  return {
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL ?? null,
    dataFolder: resolve(value.DATA_DIR),
    poolSize: value.DATABASE_POOL,
    trustProxy: value.TRUST_PROXY.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    logLevel: value.LOG_LEVEL,
    firstStart: value.FIRST_START,
    demoHouseholds: value.DEMO_HOUSEHOLDS,
  };
}

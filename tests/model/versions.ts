import type { Upcaster } from '#features/sync/model/upcast.ts';

/**
 * Versions of operations in the model: 1 is an app of long ago, which wrote a visit's note as `remark`; 2 is today's;
 * 3 is that of tomorrow, which a server that was rolled back does not know yet.
 */
export type AppVersion = 1 | 2 | 3;

/** What the server knows; changed while it runs, as an upgrade and a rollback would. */
export interface ServerVersions {
  current: number;
  upcasters: Record<number, Upcaster>;
}

const renameRemark: Upcaster = (operation) => {
  const { remark, ...input } = operation.input;
  return remark === undefined ? operation : { ...operation, input: { ...input, note: remark } };
};

export const serverVersions = (): ServerVersions => ({
  current: 3,
  upcasters: { 1: renameRemark, 2: (operation) => operation },
});

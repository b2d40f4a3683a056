/** The operating system's name of what went wrong ("ENOENT", "EPERM"), or undefined for any other failure. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

import type { RequestEvent } from '@sveltejs/kit';
import { runCommand, type Command } from '#platform/commands/command.server.ts';
import { attachment } from '#platform/http/attachment.ts';
import type { ExportedFile } from '#features/reports/export/report-files.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { originOf, showProblem } from '#routes/door.server.ts';

/** Answers with the file of an exporting command, under its Vietnamese name (RFC 6266); `?loai=pdf`, `xlsx`, …, a Word file without it. */
export async function reportFileResponse<Input, Loaded>(
  event: RequestEvent,
  command: Command<Input, Loaded, ExportedFile>,
  about: Record<string, unknown>,
): Promise<Response> {
  const format = event.url.searchParams.get('loai');
  const input = format === null ? about : { ...about, format };
  try {
    const file = await runCommand(sharedRuntime().database, command, originOf(event), input);
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.type,
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
      },
    });
  } catch (cause) {
    return showProblem(cause);
  }
}

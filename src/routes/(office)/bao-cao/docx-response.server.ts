import type { RequestEvent } from '@sveltejs/kit';
import { runCommand, type Command } from '#platform/commands/command.server.ts';
import { docxMediaType } from '#platform/docx/official-docx.server.ts';
import { attachment } from '#platform/http/attachment.ts';
import type { ExportedFile } from '#features/reports/commands/export-report.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { originOf, showProblem } from '#routes/door.server.ts';

/** Answers with the Word file of an exporting command, under its Vietnamese name (RFC 6266). */
export async function docxResponse<Input, Loaded>(
  event: RequestEvent,
  command: Command<Input, Loaded, ExportedFile>,
  input: Record<string, unknown>,
): Promise<Response> {
  try {
    const file = await runCommand(sharedRuntime().database, command, originOf(event), input);
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': docxMediaType,
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
      },
    });
  } catch (cause) {
    return showProblem(cause);
  }
}

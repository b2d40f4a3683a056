import { support as say, sentence } from './sentences.ts';

/** Requests for help (yêu cầu) of a period; null: the form does not count them. */
export interface Asking {
  received: number | null;
  helped: number | null;
  late: number | null;
}

/** Who asked for help and what came of it (R43, W9), in one sentence; nothing where nobody asked, was helped or waited too long. */
export function supportText({ received, helped, late }: Asking): string {
  if ((received ?? 0) + (helped ?? 0) + (late ?? 0) === 0) return '';
  const parts = [
    received === null ? '' : received === 0 ? say.noneReceived : say.received(received),
    helped === null || helped === 0 ? '' : say.helped(helped),
    late === null || late === 0 ? '' : say.late(late),
  ].filter(Boolean);
  return parts.length === 0 ? '' : sentence(parts.join('; '));
}

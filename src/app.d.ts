import type { Actor } from '#platform/commands/actor.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who asks; null on pages that need nobody. */
      actor: Actor | null;
      /** The moment of the request, the only clock of a page. */
      now: Date;
      requestId: string;
      theme: 'light' | 'dark' | null;
    }
    interface Error {
      message: string;
      code?: string;
    }
  }
}

export {};

/** What the phone knows of the server's clock (law 8), kept with its store. */
export interface ClockKnowledge {
  /** Server's time minus the phone's, at the last contact (ms). */
  offset: number;
  /** The server's clock at the last contact, ISO 8601; null before the first. */
  after: string | null;
}

export const unknownClock: ClockKnowledge = { offset: 0, after: null };

/**
 * The server's moment as far as the phone can tell. A clock that was put back cannot be believed: then it is the moment
 * before the server last spoke, which the server sees to be impossible, so that it asks the raw clocks (`model/moment.ts`).
 */
export function corrected(clock: number, known: ClockKnowledge): Date {
  const told = clock + known.offset;
  return new Date(known.after === null ? told : Math.max(told, Date.parse(known.after) - 1));
}

/** After an answer of the server. */
export function learned(clock: number, serverNow: string): ClockKnowledge {
  return { offset: Date.parse(serverNow) - clock, after: serverNow };
}

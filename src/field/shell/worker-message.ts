/** What a page says to the service worker. */
export type WorkerMessage =
  /** Nobody is filling in a form: the version that waits may begin. */
  | { type: 'take-over' }
  /** Which version this page runs, by the path of its entry script. */
  | { type: 'running'; entry: string };

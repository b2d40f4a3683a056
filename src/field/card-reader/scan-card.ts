import { readCitizenCard, type CardPerson } from '#features/registry/model/citizen-card.ts';
import type { Day } from '#shared/calendar.ts';
import { openCamera, type Camera, type CameraProblem } from './camera.ts';
import { openReader, type FrameReader } from './read-frame.ts';

/** Why it ended without a card: for want of a camera, or ('broken') because codes cannot be read. */
export type ScanProblem = CameraProblem | 'broken';
/** starting → looking ⇄ other (the code seen is no citizen card's). */
export type ScanStatus = 'starting' | 'looking' | 'other' | ScanProblem;

/** About four frames a second: quick for a person, and little for a battery. */
const pause = 250;
/** For so many frames without any code the word about a wrong one stays: three seconds to read it. */
const patience = 12;
/** So many failures in a row are no accident. */
const failures = 4;

export interface Scan {
  video: HTMLVideoElement;
  today: Day;
  /** Aborted: the camera goes off at once and nothing is told any more. */
  signal: AbortSignal;
  onstatus: (status: ScanStatus) => void;
  oncamera: (camera: Camera) => void;
}

/**
 * Opens camera and reader and looks until it sees a citizen card; null when it ended without. The camera is off afterwards.
 * What a code says lives in `look` alone: it is neither kept, nor logged, nor shown (domain/05 §4.2).
 */
export async function scanCard({
  video,
  today,
  signal,
  onstatus,
  oncamera,
}: Scan): Promise<CardPerson | null> {
  const tell = (status: ScanStatus) => {
    if (!signal.aborted) onstatus(status);
  };
  tell('starting');
  const camera = await openCamera();
  if (typeof camera === 'string') {
    tell(camera);
    return null;
  }
  signal.addEventListener('abort', camera.close);
  let reader: FrameReader | null = null;
  try {
    // Closed while the browser was still asking.
    if (signal.aborted) return null;
    oncamera(camera);
    video.srcObject = camera.stream;
    await video.play();
    const opened = (reader = await openReader());
    tell('looking');
    const watching = () => !signal.aborted && camera.stream.active;
    const person = await lookForCard(() => look(opened, video, today), watching, tell);
    // Another program took the camera, or its permission was taken back.
    if (!person) tell('busy');
    return signal.aborted ? null : person;
  } catch {
    tell('broken');
    return null;
  } finally {
    camera.close();
    reader?.close();
    if (video.srcObject === camera.stream) video.srcObject = null;
  }
}

type Seen = CardPerson | 'other' | 'nothing' | 'failure';

async function lookForCard(
  look: () => Promise<Seen>,
  watching: () => boolean,
  tell: (status: ScanStatus) => void,
): Promise<CardPerson | null> {
  let failed = 0;
  let withoutCode = patience;
  while (watching()) {
    const seen = await look();
    if (typeof seen === 'object') return seen;
    failed = seen === 'failure' ? failed + 1 : 0;
    if (failed === failures) throw new Error('the QR reader stopped');
    withoutCode = seen === 'other' ? 0 : withoutCode + 1;
    tell(withoutCode < patience ? 'other' : 'looking');
    await new Promise((done) => setTimeout(done, pause));
  }
  return null;
}

async function look(reader: FrameReader, video: HTMLVideoElement, today: Day): Promise<Seen> {
  try {
    const text = await reader.read(video);
    return text === null ? 'nothing' : (readCitizenCard(text, today) ?? 'other');
  } catch {
    return 'failure';
  }
}

/** Why there is no camera. */
export type CameraProblem = 'insecure' | 'refused' | 'missing' | 'busy';

export interface Camera {
  stream: MediaStream;
  /** Switches the light beside the lens; null where there is none. */
  light: ((on: boolean) => Promise<void>) | null;
  close: () => void;
}

// The light is of the Image Capture draft: TypeScript's own library does not know it yet.
declare global {
  interface MediaTrackCapabilities {
    torch?: boolean;
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
  }
}

const problems: Record<string, CameraProblem> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

/**
 * Opens the rear camera, or whichever there is; the browser asks the person first. On a page of plain http browsers have no
 * camera at all ('insecure').
 */
export async function openCamera(): Promise<Camera | CameraProblem> {
  if (!('mediaDevices' in navigator)) return 'insecure';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    return {
      stream,
      light: lightOf(stream),
      close: () => stream.getTracks().forEach((track) => track.stop()),
    };
  } catch (cause) {
    return (cause instanceof Error && problems[cause.name]) || 'busy';
  }
}

function lightOf(stream: MediaStream): Camera['light'] {
  const [track] = stream.getVideoTracks();
  // Firefox before 132 has no getCapabilities.
  if (!track || !('getCapabilities' in track) || !track.getCapabilities().torch) return null;
  return (on) => track.applyConstraints({ advanced: [{ torch: on }] });
}

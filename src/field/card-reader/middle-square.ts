/** Enough for a code of 1 cm held in a frame on a phone; more would only be slower. */
const longestSide = 720;

/** The square in the middle of the present frame, which is what the view shows; null as long as there is no frame. */
export function middleSquare(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth: width, videoHeight: height } = video;
  const side = Math.min(width, height);
  const size = Math.min(side, longestSide);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (size === 0 || !context) return null;
  canvas.width = canvas.height = size;
  context.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}

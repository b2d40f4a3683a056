import { spokenPieces } from './spoken-forms.ts';

/** How a reading came to its end: read out, stopped by somebody or by another reading, or refused by the device. */
export type ReadingEnd = 'finished' | 'stopped' | 'failed';

interface Reading {
  pieces: string[];
  voice: SpeechSynthesisVoice;
  onDone: (end: ReadingEnd) => void;
  /** Kept here: Chrome forgets an utterance that nobody holds, and its end is then never told. */
  saying: SpeechSynthesisUtterance | null;
  timer: ReturnType<typeof setTimeout> | null;
}

let current: Reading | null = null;

// A web view inside another app may have none.
const synthesisHere = (): SpeechSynthesis | null => globalThis.speechSynthesis ?? null;

/** The Vietnamese voice among several: one of the device itself before one that asks the network. */
export function chooseVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly V[],
): V | null {
  // Android writes "vi_VN".
  const vietnamese = voices.filter(({ lang }) => /^vi(?:[-_]|$)/i.test(lang));
  return vietnamese.find(({ localService }) => localService) ?? vietnamese[0] ?? null;
}

/** Waits for the voices, which many devices load late; null when after `patience` (ms) none of them is Vietnamese. */
export function findVietnameseVoice(patience = 2500): Promise<SpeechSynthesisVoice | null> {
  const synthesis = synthesisHere();
  if (!synthesis) return Promise.resolve(null);
  return new Promise((resolve) => {
    const look = () => {
      const voice = chooseVoice(synthesis.getVoices());
      if (voice) finish(voice);
    };
    const finish = (voice: SpeechSynthesisVoice | null) => {
      clearInterval(again);
      clearTimeout(limit);
      synthesis.removeEventListener('voiceschanged', look);
      resolve(voice);
    };
    // Some Android browsers never tell that the voices have come.
    const again = setInterval(look, 250);
    const limit = setTimeout(() => finish(null), patience);
    synthesis.addEventListener('voiceschanged', look);
    look();
  });
}

/** Reads texts aloud, one after the other, in place of what was being read; to be called when somebody presses. */
export function speak(texts: readonly string[], onDone: (end: ReadingEnd) => void): void {
  const busy = current !== null;
  stopSpeaking();
  const synthesis = synthesisHere();
  const voice = synthesis && chooseVoice(synthesis.getVoices());
  if (!synthesis || !voice) {
    onDone('failed');
    return;
  }
  const pieces = texts.flatMap((text) => spokenPieces(text));
  const reading: Reading = { pieces, voice, onDone, saying: null, timer: null };
  current = reading;
  globalThis.addEventListener?.('pagehide', stopSpeaking);
  // Chrome drops what is said in the same moment in which something else was cancelled.
  if (busy) reading.timer = setTimeout(() => sayNext(synthesis, reading), 80);
  else sayNext(synthesis, reading);
}

/** Stops what is being read; does nothing when nothing is. */
export function stopSpeaking(): void {
  if (!current) return;
  end(current, 'stopped');
  synthesisHere()?.cancel();
}

function sayNext(synthesis: SpeechSynthesis, reading: Reading): void {
  const piece = reading.pieces.shift();
  if (piece === undefined) {
    end(reading, 'finished');
    return;
  }
  const utterance = new SpeechSynthesisUtterance(piece);
  utterance.voice = reading.voice;
  utterance.lang = 'vi-VN';
  // A little slower than usual: people follow with a finger on the screen.
  utterance.rate = 0.9;
  utterance.addEventListener('end', () => {
    if (current === reading) sayNext(synthesis, reading);
  });
  utterance.addEventListener('error', () => end(reading, 'failed'));
  reading.saying = utterance;
  synthesis.speak(utterance);
}

function end(reading: Reading, how: ReadingEnd): void {
  if (current !== reading) return;
  current = null;
  if (reading.timer) clearTimeout(reading.timer);
  globalThis.removeEventListener?.('pagehide', stopSpeaking);
  reading.onDone(how);
}

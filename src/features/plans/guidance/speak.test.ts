import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseVoice, findVietnameseVoice, speak, stopSpeaking, type ReadingEnd } from './speak.ts';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'> & { name: string };
const english: Voice = { name: 'English', lang: 'en-US', localService: true };
const distant: Voice = { name: 'Giọng trên mạng', lang: 'vi-VN', localService: false };
const own: Voice = { name: 'Giọng của máy', lang: 'vi_VN', localService: true };

class Utterance extends EventTarget {
  voice: Voice | null = null;
  lang = '';
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** A device that says nothing by itself: the test tells when a piece is done. */
class Device extends EventTarget {
  voices: Voice[] = [];
  said: Utterance[] = [];
  cancelled = 0;
  getVoices = () => this.voices;
  speak = (utterance: Utterance) => this.said.push(utterance);
  cancel = () => {
    this.cancelled += 1;
    // Chrome tells the end of what was cancelled as an error.
    this.said.at(-1)?.dispatchEvent(new Event('error'));
  };
  tell = (what: 'end' | 'error') => this.said.at(-1)?.dispatchEvent(new Event(what));
  texts = () => this.said.map(({ text }) => text);
}

let device: Device;

beforeEach(() => {
  vi.useFakeTimers();
  device = new Device();
  vi.stubGlobal('speechSynthesis', device);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});

afterEach(() => {
  stopSpeaking();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('giọng tiếng Việt', () => {
  it('là giọng của máy trước, giọng trên mạng sau', () => {
    expect(chooseVoice([english, distant, own])).toBe(own);
    expect(chooseVoice([english, distant])).toBe(distant);
    expect(chooseVoice([english])).toBeNull();
    expect(chooseVoice([{ lang: 'vie', localService: true }])).toBeNull();
  });

  it('có thể nạp trễ: máy báo khi giọng tới', async () => {
    const found = findVietnameseVoice();
    device.voices = [english, own];
    device.dispatchEvent(new Event('voiceschanged'));
    expect(await found).toBe(own);
  });

  it('có thể nạp trễ mà máy không báo gì', async () => {
    const found = findVietnameseVoice();
    await vi.advanceTimersByTimeAsync(600);
    device.voices = [own];
    await vi.advanceTimersByTimeAsync(300);
    expect(await found).toBe(own);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('máy không có thì thôi chờ; trình duyệt trong Zalo không biết đọc cũng vậy', async () => {
    device.voices = [english];
    const found = findVietnameseVoice(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await found).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    vi.stubGlobal('speechSynthesis', undefined);
    expect(await findVietnameseVoice()).toBeNull();
  });
});

describe('đọc thành tiếng', () => {
  const ends: ReadingEnd[] = [];
  const tell = (end: ReadingEnd) => ends.push(end);

  beforeEach(() => {
    ends.length = 0;
    device.voices = [english, own];
  });

  it('từng câu một, tới hết thì báo', () => {
    speak(['Mở VNeID.', 'Gõ mã. Xong.'], tell);
    expect(device.texts()).toEqual(['Mở vi en ai đi.']);
    expect(device.said[0]).toMatchObject({ voice: own, lang: 'vi-VN' });
    device.tell('end');
    device.tell('end');
    expect(device.texts()).toEqual(['Mở vi en ai đi.', 'Gõ mã.', 'Xong.']);
    expect(ends).toEqual([]);
    device.tell('end');
    expect(ends).toEqual(['finished']);
    device.tell('end');
    expect(ends).toEqual(['finished']);
  });

  it('dừng thì thôi hẳn, và chỉ báo một lần', () => {
    speak(['Một.', 'Hai.'], tell);
    stopSpeaking();
    device.tell('end');
    expect(device.texts()).toEqual(['Một.']);
    expect(ends).toEqual(['stopped']);
    expect(device.cancelled).toBe(1);
    stopSpeaking();
    expect(device.cancelled).toBe(1);
  });

  it('bấm bước khác thì bước đang đọc dừng lại', () => {
    const others: ReadingEnd[] = [];
    speak(['Bước một.'], tell);
    speak(['Bước hai.'], (end) => others.push(end));
    expect(ends).toEqual(['stopped']);
    expect(device.texts()).toEqual(['Bước một.']);
    vi.advanceTimersByTime(100);
    expect(device.texts()).toEqual(['Bước một.', 'Bước hai.']);
    device.tell('end');
    expect(others).toEqual(['finished']);
  });

  it('dừng ngay sau khi bấm bước khác thì bước đó không đọc nữa', () => {
    speak(['Bước một.'], tell);
    speak(['Bước hai.'], tell);
    stopSpeaking();
    vi.advanceTimersByTime(100);
    expect(device.texts()).toEqual(['Bước một.']);
    expect(ends).toEqual(['stopped', 'stopped']);
  });

  it('máy từ chối, hoặc mất giọng, thì báo là không đọc được', () => {
    speak(['Một.'], tell);
    device.tell('error');
    expect(ends).toEqual(['failed']);
    device.voices = [];
    speak(['Một.'], tell);
    expect(ends).toEqual(['failed', 'failed']);
  });
});

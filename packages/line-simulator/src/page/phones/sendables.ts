// What people can send besides words.
import { html } from 'htm/preact';
import { useRef } from 'preact/hooks';
import type { SampleKind } from '../../acts/send.ts';
import type { MenuItem } from './menu-button.ts';
import { useSay } from './toasts.ts';
import type { Act } from './use-acts.ts';

const SAMPLES: readonly { kind: SampleKind; text: string }[] = [
  { kind: 'sticker', text: 'スタンプ' },
  { kind: 'image', text: '写真の見本' },
  { kind: 'video', text: '動画の見本' },
  { kind: 'audio', text: '音声の見本' },
  { kind: 'file', text: 'ファイルの見本' },
  { kind: 'location', text: '位置情報' },
];
const CHOOSE = '写真を選ぶ';

/** Which line of the menu answers to a button that opens the camera, the pictures or the map. */
const nameOf = { camera: CHOOSE, cameraRoll: CHOOSE, location: '位置情報' } as const;

const BYTES_MAX = 10 * 1024 * 1024;

export function useSendables(act: Act) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const choose: MenuItem = { text: CHOOSE, run: () => input.current?.click() };
  const samples = SAMPLES.map(({ kind, text }) => ({ text, run: () => void act({ act: 'sends', kind }) }));
  const chosen = async () => {
    const file = input.current?.files?.[0];
    if (!file || !input.current) return;
    if (file.size > BYTES_MAX) return say('写真は10MBまでです。', 'error');
    const base64 = await base64Of(file).catch(() => undefined);
    // So that the same picture can be chosen once more.
    input.current.value = '';
    if (base64 === undefined) return say('写真を読めませんでした。', 'error');
    await act({ act: 'sends', kind: 'image', content: { type: file.type, base64 } });
  };
  const chooser = html`<input type="file" accept="image/*" hidden ref=${input} onChange=${() => void chosen()} />`;
  return { items: [choose, ...samples], chooser, nameOf };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(`The file cannot be read: ${file.name}`));
    reader.readAsDataURL(file);
  });
}

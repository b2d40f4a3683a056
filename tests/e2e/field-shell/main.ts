import { takeOver, watchUpdates } from '../../../src/field/shell/updates.ts';

/*
 * A page as small as can be around the real shell: a form that may be open, a button when a new version waits, and one
 * that starts the QR reader, whose files come when they are first used.
 */

void watchUpdates({
  mayTakeOver: () => document.querySelector('form') === null,
  onReady: () => addButton('Dùng bản mới', takeOver),
});
addButton('Mở máy đọc', () => void openReader());

async function openReader(): Promise<void> {
  const { openWasmReader } = await import('../../../src/field/card-reader/wasm-reader.ts');
  await openWasmReader();
  document.title = 'Máy đọc đã mở';
}

function addButton(label: string, press: () => void): void {
  const button = document.createElement('button');
  button.textContent = label;
  button.addEventListener('click', press);
  document.body.append(button);
}

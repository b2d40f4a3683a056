import { mount, unmount } from 'svelte';
import { router } from '../../../router.svelte.ts';
import Saved from './Saved.svelte';

let shown: Record<string, unknown> | null = null;

/**
 * Leaves a form that is saved, and says on the next screen that what was done is on the phone, with the way back. That stays
 * until somebody goes elsewhere, closes it, or half a minute has passed. Call it only after `record` has resolved; going back
 * does not come to the form again.
 */
export function goSaved(path: string, given: { text?: string; undoPath?: string } = {}): void {
  hideSaved();
  router.go(path, { replace: true });
  shown = mount(Saved, { target: document.body, props: { ...given, onclose: hideSaved } });
}

function hideSaved(): void {
  if (shown) void unmount(shown);
  shown = null;
}

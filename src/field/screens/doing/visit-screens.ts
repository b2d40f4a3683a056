// What one does at every door, in one file of the app: many small files weigh a third more.
export { default as HelperCall } from './helper/HelperCall.svelte';
export { default as NobodyMet } from './visit/NobodyMet.svelte';
export { default as RecordVisit } from './visit/RecordVisit.svelte';
export { default as UndoVisit } from './visit/UndoVisit.svelte';

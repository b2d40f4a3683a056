// Who sells in the hamlet, in one file of the app.
export { default as Business } from './businesses/Business.svelte';
export { default as Businesses } from './businesses/Businesses.svelte';
export { default as RecordStep } from './businesses/RecordStep.svelte';

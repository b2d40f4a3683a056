// Work that was given, in one file of the app.
export { default as FinishTask } from './tasks/FinishTask.svelte';
export { default as Task } from './tasks/Task.svelte';
export { default as Tasks } from './tasks/Tasks.svelte';

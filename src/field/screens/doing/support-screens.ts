// Who needs help, in one file of the app.
export { default as AskRequest } from './support/AskRequest.svelte';
export { default as AssignRequest } from './support/AssignRequest.svelte';
export { default as EndRequest } from './support/EndRequest.svelte';
export { default as FinishRequest } from './support/FinishRequest.svelte';
export { default as Request } from './support/Request.svelte';
export { default as Requests } from './support/Requests.svelte';
export { default as ToHelp } from './support/ToHelp.svelte';
export { default as ScheduleRequest } from './support/ScheduleRequest.svelte';

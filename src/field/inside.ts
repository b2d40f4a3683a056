/** What is behind the door, as one part of the app. */
export { default as OpenApp } from './OpenApp.svelte';
export { Session } from './session/session.svelte.ts';

// What one does now and then, in one file of the app: many small files weigh a third more.
export { default as Drafts } from './drafts/Drafts.svelte';
export { default as Helper } from './helper/Helper.svelte';
export { default as ChangeHousehold } from './household/ChangeHousehold.svelte';
export { default as CorrectHousehold } from './household/CorrectHousehold.svelte';
export { default as MoveHousehold } from './household/MoveHousehold.svelte';
export { default as NameResponsible } from './household/NameResponsible.svelte';
export { default as NewHousehold } from './household/NewHousehold.svelte';
export { default as Gathering } from './outreach/Gathering.svelte';
export { default as Attendance } from './training/Attendance.svelte';
export { default as AddPerson } from './person/AddPerson.svelte';
export { default as ChangePerson } from './person/ChangePerson.svelte';
export { default as CorrectPerson } from './person/CorrectPerson.svelte';
export { default as DigitalStatus } from './person/DigitalStatus.svelte';
export { default as MovePerson } from './person/MovePerson.svelte';
export { default as Person } from './person/Person.svelte';
export { default as SkillCheck } from './person/SkillCheck.svelte';

import type { Route } from '../route.ts';

/** Screens on which one writes something down. The address of a form is the key of its draft. */
export const doingRoutes: readonly Route[] = [
  { path: 'ho/:id/gap', tab: 'ho-dan', load: () => import('./visit/RecordVisit.svelte') },
  { path: 'ho/:id/khong-gap', tab: 'ho-dan', load: () => import('./visit/NobodyMet.svelte') },
  { path: 'ho/:id/hoan-tac/:lan', tab: 'ho-dan', load: () => import('./visit/UndoVisit.svelte') },
  { path: 'ho/:id/tham', tab: 'ho-dan', load: () => import('./helper/HelperCall.svelte') },
  { path: 'ho/:id/nguoi-giup', tab: 'ho-dan', load: () => import('./helper/Helper.svelte') },
  { path: 'ho/:id/nguoi/:nguoi', tab: 'ho-dan', load: () => import('./person/Person.svelte') },
  { path: 'ho/:id/nguoi/:nguoi/sua', tab: 'ho-dan', load: () => import('./person/CorrectPerson.svelte') },
  { path: 'ho/:id/nguoi/:nguoi/doi', tab: 'ho-dan', load: () => import('./person/ChangePerson.svelte') },
  { path: 'ho/:id/nguoi/:nguoi/ky-nang', tab: 'ho-dan', load: () => import('./person/SkillCheck.svelte') },
  {
    path: 'ho/:id/nguoi/:nguoi/tinh-trang',
    tab: 'ho-dan',
    load: () => import('./person/DigitalStatus.svelte'),
  },
  { path: 'ho/:id/them-nguoi', tab: 'ho-dan', load: () => import('./person/AddPerson.svelte') },
  { path: 'ho/:id/sua', tab: 'ho-dan', load: () => import('./household/CorrectHousehold.svelte') },
  { path: 'ho/:id/doi', tab: 'ho-dan', load: () => import('./household/ChangeHousehold.svelte') },
  { path: 'ho/:id/chuyen', tab: 'ho-dan', load: () => import('./household/MoveHousehold.svelte') },
  { path: 'them-ho', tab: 'ho-dan', load: () => import('./household/NewHousehold.svelte') },
  { path: 'them-ho/:phieu', tab: 'ho-dan', load: () => import('./household/NewHousehold.svelte') },
  { path: 'hop', tab: 'hom-nay', load: () => import('./outreach/Gathering.svelte') },
  { path: 'hop/:phieu', tab: 'hom-nay', load: () => import('./outreach/Gathering.svelte') },
  { path: 'dang-do', tab: 'hom-nay', load: () => import('./drafts/Drafts.svelte') },
];

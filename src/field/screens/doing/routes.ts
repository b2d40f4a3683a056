import type { Route } from '../route.ts';

const visit = () => import('./visit-screens.ts');
const register = () => import('./register-screens.ts');
const obstacles = () => import('./obstacle-screens.ts');
const atDoor = (name: keyof Awaited<ReturnType<typeof visit>>): Route['load'] => {
  return async () => ({ default: (await visit())[name] });
};
const inRegister = (name: keyof Awaited<ReturnType<typeof register>>): Route['load'] => {
  return async () => ({ default: (await register())[name] });
};
const tasks = () => import('./task-screens.ts');
const ofTasks = (name: keyof Awaited<ReturnType<typeof tasks>>): Route['load'] => {
  return async () => ({ default: (await tasks())[name] });
};
const support = () => import('./support-screens.ts');
const ofSupport = (name: keyof Awaited<ReturnType<typeof support>>): Route['load'] => {
  return async () => ({ default: (await support())[name] });
};
const businesses = () => import('./business-screens.ts');
const ofBusinesses = (name: keyof Awaited<ReturnType<typeof businesses>>): Route['load'] => {
  return async () => ({ default: (await businesses())[name] });
};
const ofObstacles = (name: keyof Awaited<ReturnType<typeof obstacles>>): Route['load'] => {
  return async () => ({ default: (await obstacles())[name] });
};

/** Screens on which one writes something down. The address of a form is the key of its draft. */
export const doingRoutes: readonly Route[] = [
  { path: 'ho/:id/gap', tab: 'ho-dan', load: atDoor('RecordVisit') },
  { path: 'ho/:id/khong-gap', tab: 'ho-dan', load: atDoor('NobodyMet') },
  { path: 'ho/:id/hoan-tac/:lan', tab: 'ho-dan', load: atDoor('UndoVisit') },
  { path: 'ho/:id/tham', tab: 'ho-dan', load: atDoor('HelperCall') },
  { path: 'ho/:id/nguoi-giup', tab: 'ho-dan', load: inRegister('Helper') },
  { path: 'ho/:id/nguoi/:nguoi', tab: 'ho-dan', load: inRegister('Person') },
  { path: 'ho/:id/nguoi/:nguoi/sua', tab: 'ho-dan', load: inRegister('CorrectPerson') },
  { path: 'ho/:id/nguoi/:nguoi/doi', tab: 'ho-dan', load: inRegister('ChangePerson') },
  { path: 'ho/:id/nguoi/:nguoi/chuyen', tab: 'ho-dan', load: inRegister('MovePerson') },
  { path: 'ho/:id/nguoi/:nguoi/ky-nang', tab: 'ho-dan', load: inRegister('SkillCheck') },
  { path: 'ho/:id/nguoi/:nguoi/tinh-trang', tab: 'ho-dan', load: inRegister('DigitalStatus') },
  { path: 'ho/:id/them-nguoi', tab: 'ho-dan', load: inRegister('AddPerson') },
  { path: 'ho/:id/sua', tab: 'ho-dan', load: inRegister('CorrectHousehold') },
  { path: 'ho/:id/doi', tab: 'ho-dan', load: inRegister('ChangeHousehold') },
  { path: 'ho/:id/phu-trach', tab: 'ho-dan', load: inRegister('NameResponsible') },
  { path: 'ho/:id/chuyen', tab: 'ho-dan', load: inRegister('MoveHousehold') },
  { path: 'them-ho', tab: 'ho-dan', load: inRegister('NewHousehold') },
  { path: 'them-ho/:phieu', tab: 'ho-dan', load: inRegister('NewHousehold') },
  { path: 'hop', tab: 'hom-nay', load: inRegister('Gathering') },
  { path: 'hop/:phieu', tab: 'hom-nay', load: inRegister('Gathering') },
  { path: 'viec', tab: 'hom-nay', load: ofTasks('Tasks') },
  { path: 'viec/:viec', tab: 'hom-nay', load: ofTasks('Task') },
  { path: 'viec/:viec/xong', tab: 'hom-nay', load: ofTasks('FinishTask') },
  { path: 'ho/:id/xin-ho-tro', tab: 'ho-dan', load: ofSupport('AskRequest') },
  { path: 'xin-ho-tro', tab: 'hom-nay', load: ofSupport('AskRequest') },
  { path: 'xin-ho-tro/:phieu', tab: 'hom-nay', load: ofSupport('AskRequest') },
  { path: 'ho-tro', tab: 'hom-nay', load: ofSupport('Requests') },
  { path: 'ho-tro/:yeu', tab: 'hom-nay', load: ofSupport('Request') },
  { path: 'ho-tro/:yeu/giao', tab: 'hom-nay', load: ofSupport('AssignRequest') },
  { path: 'ho-tro/:yeu/hen', tab: 'hom-nay', load: ofSupport('ScheduleRequest') },
  { path: 'ho-tro/:yeu/xong', tab: 'hom-nay', load: ofSupport('FinishRequest') },
  { path: 'ho-tro/:yeu/khep', tab: 'hom-nay', load: ofSupport('EndRequest') },
  { path: 'kho-khan', tab: 'hom-nay', load: ofObstacles('Obstacles') },
  { path: 'kho-khan/:viec', tab: 'hom-nay', load: ofObstacles('Obstacle') },
  { path: 'kho-khan/:viec/chua-xong', tab: 'hom-nay', load: ofObstacles('NotSolved') },
  { path: 'neu-kho-khan', tab: 'hom-nay', load: ofObstacles('RaiseObstacle') },
  { path: 'neu-kho-khan/:phieu', tab: 'hom-nay', load: ofObstacles('RaiseObstacle') },
  { path: 'ban-hang', tab: 'hom-nay', load: ofBusinesses('Businesses') },
  { path: 'ban-hang/:coso', tab: 'hom-nay', load: ofBusinesses('Business') },
  { path: 'ban-hang/:coso/buoc', tab: 'hom-nay', load: ofBusinesses('RecordStep') },
  { path: 'lop/:id', tab: 'hom-nay', load: inRegister('Attendance') },
  { path: 'dang-do', tab: 'hom-nay', load: inRegister('Drafts') },
];

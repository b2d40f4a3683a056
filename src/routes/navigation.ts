import type { Actor } from '#platform/commands/actor.ts';
import { canOpenAccounts, canReadAudit } from '#features/accounts/policy.ts';
import { canOpenBudget } from '#features/budget/policy.ts';
import { canOpenBusinesses } from '#features/commerce/policy.ts';
import { canSeeDocuments } from '#features/documents/policy.ts';
import { canOpenMovements } from '#features/emulation/policy.ts';
import { canOpenGroups } from '#features/groups/policy.ts';
import { canOpenInspections } from '#features/inspection/policy.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { canImport, canOpenRegister } from '#features/registry/policy.ts';
import { canOpenSupport } from '#features/support/policy.ts';
import { canOpenTasks } from '#features/tasks/policy.ts';
import { canOpenHelpers } from '#features/visits/policy.ts';
import { canOpenUnitList } from '#features/units/policy.ts';
import { canOpenTraining } from '#features/training/policy.ts';
import { canOpenTargets } from '#features/targets/policy.ts';
import { canOpenDevices } from '#features/sync/policy.ts';
import { canOpenCommuneReports, canOpenParts, canOpenReports } from '#features/reports/policy.ts';
import type { NavItem } from '#ui/shell/nav-item.ts';
import { nav } from './words.ts';

// oxlint-disable-next-line typescript/no-redundant-type-constituents -- the linter does not read types out of .svelte
type Place = NavItem & { shown: boolean };

const inGroup = (group: string, items: Place[]): Place[] => items.map((item) => ({ ...item, group }));

/** The menu of an actor: only what they may open, the four of every day first. */
export function navigationOf(actor: Actor, path: string): NavItem[] {
  const items: Place[] = [
    { href: '/hom-nay', label: nav.today, icon: 'today', main: true, shown: true },
    { href: '/so-ho', label: nav.register, icon: 'houses', main: true, shown: canOpenRegister(actor) },
    { href: '/chi-tieu', label: nav.targets, icon: 'target', main: true, shown: canOpenTargets(actor) },
    {
      // The province has no hamlets' reports, only the commune's that were issued.
      href: canOpenReports(actor) ? '/bao-cao' : canOpenParts(actor) ? '/bao-cao/phan-gui' : '/bao-cao/xa',
      label: nav.reports,
      icon: 'report',
      main: true,
      shown: canOpenReports(actor) || canOpenCommuneReports(actor) || canOpenParts(actor),
    },
    ...inGroup(nav.work, [
      { href: '/giao-viec', label: nav.tasks, icon: 'task', shown: canOpenTasks(actor) },
      { href: '/tuyen-truyen', label: nav.outreach, icon: 'speaker', shown: canOpenRegister(actor) },
      { href: '/nguoi-giup', label: nav.helpers, icon: 'heart', shown: canOpenHelpers(actor) },
      { href: '/ho-tro', label: nav.support, icon: 'support', shown: canOpenSupport(actor) },
      { href: '/kho-khan', label: nav.obstacles, icon: 'obstacle', shown: true },
      { href: '/kiem-tra', label: nav.inspection, icon: 'eye', shown: canOpenInspections(actor) },
      { href: '/tap-huan', label: nav.training, icon: 'board', shown: canOpenTraining(actor) },
      { href: '/thi-dua', label: nav.emulation, icon: 'star', shown: canOpenMovements(actor) },
      { href: '/kinh-te-so', label: nav.commerce, icon: 'shop', shown: canOpenBusinesses(actor) },
      { href: '/to-tu-quan', label: nav.groups, icon: 'ring', shown: canOpenGroups(actor) },
    ]),
    ...inGroup(nav.papers, [
      { href: '/van-ban', label: nav.documents, icon: 'document', shown: canSeeDocuments(actor) },
      { href: '/ke-hoach', label: nav.plan, icon: 'book', shown: true },
      { href: '/kinh-phi', label: nav.budget, icon: 'money', shown: canOpenBudget(actor) },
    ]),
    ...inGroup(nav.keeping, [
      { href: '/to', label: nav.teams, icon: 'people', shown: true },
      { href: '/don-vi', label: nav.units, icon: 'door', shown: canOpenUnitList(actor) },
      { href: '/dien-thoai', label: nav.phones, icon: 'phone', shown: canOpenDevices(actor) },
      { href: '/nhap-danh-sach', label: nav.import, icon: 'upload', shown: canImport(actor) },
      { href: '/danh-muc', label: nav.catalogue, icon: 'list', shown: canKeepPlan(actor) },
      { href: '/tai-khoan', label: nav.accounts, icon: 'lock', shown: canOpenAccounts(actor) },
      { href: '/nhat-ky', label: nav.audit, icon: 'history', shown: canReadAudit(actor) },
    ]),
  ];
  return items
    .filter((item) => item.shown)
    .map(({ shown: _shown, ...item }) => ({
      ...item,
      current: path === item.href || path.startsWith(`${item.href}/`),
    }));
}

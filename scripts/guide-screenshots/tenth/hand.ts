import type { Page } from 'playwright-core';

/** The month that is reported. */
export const period = '2026-10';

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
export const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

import type { Page } from 'playwright-core';

/** Opens what the first page keeps one press away where much waits. */
export async function showAllNeeds(page: Page): Promise<void> {
  const more = page.locator('summary', { hasText: /^Xem thêm \d+ việc khác/ });
  if ((await more.count()) > 0) await more.click();
}

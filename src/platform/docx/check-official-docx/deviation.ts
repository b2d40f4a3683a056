/** One place where a document differs from the decree: which rule, what the rule wants, what stands there. */
export interface Deviation {
  rule: string;
  wanted: string;
  found: string;
}

/** Collects deviations: `expect(holds, …)` notes one where the rule does not hold. */
export class Findings {
  readonly deviations: Deviation[] = [];

  expect(holds: boolean, rule: string, wanted: string, found: unknown): void {
    if (!holds)
      this.deviations.push({
        rule,
        wanted,
        found: typeof found === 'string' ? found : JSON.stringify(found),
      });
  }
}

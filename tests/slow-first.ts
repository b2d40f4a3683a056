import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What walks through the product in a browser or for minutes begins first, so that at the end no worker waits for the other. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => /\/tests\/(e2e|model)\//.test(moduleId);
    return [...usual.filter(isSlow), ...usual.filter((one) => !isSlow(one))];
  }
}

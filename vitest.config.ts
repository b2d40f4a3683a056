import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/slow-first.ts';

// One runner for everything: pure tests, tests on the real database, and real-browser tests.
export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/database-server.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
    // One more than the smallest machine has cores: what walks in a browser waits for a seventh of its time.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
  },
});

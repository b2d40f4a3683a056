import type { Feature } from '#platform/feature.server.ts';
import { papersWaiting } from './waiting.server.ts';

export const documents: Feature = { name: 'documents', waiting: papersWaiting };

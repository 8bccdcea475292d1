// Runs once before all tests: a migrated database to copy from, on the embedded engine and, when
// TEST_DATABASE_URL is set, on that PostgreSQL server, cleaned up in the end.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type EmbeddedTemplate, prepareEmbeddedTemplate } from './embedded-template.ts';
import { dropAll, prepareServerTemplate, type ServerTemplate } from './server-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    embeddedTemplate: EmbeddedTemplate;
    serverTemplate: ServerTemplate | null;
    scratchFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  project.provide('embeddedTemplate', await prepareEmbeddedTemplate());
  const serverTemplate = url ? await prepareServerTemplate(url) : null;
  project.provide('serverTemplate', serverTemplate);
  const scratchFolder = await mkdtemp(join(tmpdir(), 'madoguchi-test-'));
  project.provide('scratchFolder', scratchFolder);
  return async () => {
    await rm(scratchFolder, { recursive: true, force: true });
    if (serverTemplate) await dropAll(serverTemplate);
  };
}

// Makes the typed database client in src/db/generated from prisma/schema.prisma. Runs after every
// install. Needs no network: this generator never uses the schema engine that Prisma would download,
// it only insists that a file of that name exists.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const prismaHome = dirname(createRequire(import.meta.url).resolve('prisma/package.json'));

const { status, stdout, stderr, error } = spawnSync(
  process.execPath,
  [join(prismaHome, 'build/index.js'), 'generate', '--schema', join(import.meta.dirname, 'schema.prisma')],
  {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // For this child only: `migrate` with a stand-in engine reports success and does nothing.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      // Neither asks for newer versions nor reports its use.
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  },
);

if (status === 0) {
  process.stdout.write('The database client in src/db/generated is up to date.\n');
} else {
  process.stderr.write(`${stdout}${stderr}${error?.message ?? ''}\n`);
  process.stderr.write('Generating the database client failed: see above, mend prisma/schema.prisma.\n');
  process.exitCode = 1;
}

// Prisma's command line makes the typed client. It is installed in prisma/cli when it is first needed. This generator
// never uses the schema engine that Prisma would download, it only insists that a file of that name exists.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const home = join(import.meta.dirname, 'cli');
const cli = join(home, 'node_modules/prisma/build/index.js');

/** `schema`: the client goes where it says. Undefined when it went well, else what Prisma had to say. */
export function generateClient(schema = join(import.meta.dirname, 'schema.prisma')): string | undefined {
  if (!existsSync(cli)) {
    // No script of these packages runs: they would download engines that nobody needs here.
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: home, encoding: 'utf8' });
    if (status !== 0) return `npm could not install prisma/cli: ${stderr}`;
  }
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', schema],
    {
      cwd: dirname(schema),
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
  return status === 0 ? undefined : `${stdout}${stderr}${error?.message ?? ''}`;
}

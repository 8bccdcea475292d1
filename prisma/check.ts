// `npm run db:check`: do the migrations still lead to schema.prisma, and is the client what it makes?

import { compareSchema } from './compare-schema.ts';
import { staleClientFiles } from './stale-client.ts';

const difference = await compareSchema();
if (difference === '') {
  process.stdout.write('Schema and migrations agree.\n');
} else {
  process.stderr.write(`${difference}\n`);
  process.stderr.write(
    'prisma/schema.prisma and prisma/migrations disagree by the statements above: run `npm run db:migration -- NAME`.\n',
  );
  process.exitCode = 1;
}

const stale = await staleClientFiles();
if (stale.length === 0) {
  process.stdout.write('The database client is what the schema makes.\n');
} else {
  process.stderr.write(
    `${stale.join('\n')}\nare not what prisma/schema.prisma makes: run \`npm run db:generate\`.\n`,
  );
  process.exitCode = 1;
}

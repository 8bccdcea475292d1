// `npm run db:check`: do the migrations still lead to schema.prisma?

import { compareSchema } from './compare-schema.ts';

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

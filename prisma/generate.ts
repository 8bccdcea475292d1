// `npm run db:generate`: makes the typed database client in src/db/generated from prisma/schema.prisma.
import { generateClient } from './generate-client.ts';

const trouble = generateClient();
if (trouble === undefined) {
  process.stdout.write('The database client in src/db/generated is up to date.\n');
} else {
  process.stderr.write(`${trouble}\n`);
  process.stderr.write(
    'Generating the database client failed: see above, and correct prisma/schema.prisma.\n',
  );
  process.exitCode = 1;
}

// The files with which the server is run elsewhere. No container is built here and no unit started, so all that they
// name is looked up (and in the check tried): a path that moved, or a variable renamed, would show on an office's machine only.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpLimits } from '../../src/app/http-door.ts';
import { stopWithinMs } from '../../src/app/stop-on-signal.ts';
import { variableNames } from '../../src/config/environment.ts';
import { isCheck } from '../helpers/runs.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The lines that say something, continued ones as one. */
const linesOf = (file: string): string[] =>
  read(file)
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^\s*[^\s#]/.test(line));

const unit = 'deploy/madoguchi.service';
const backupUnit = 'deploy/madoguchi-backup.service';
const home = '/opt/madoguchi';
const set = (name: string, file = unit): string[] =>
  linesOf(file).flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));
const docker = (word: string): string[] =>
  linesOf('Dockerfile').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

/** Runs it with nothing set, whatever this machine's `.env` says: what an unfinished set-up is told. */
function startUnset([command = '', ...args]: readonly string[]): { code: number | null; log: string } {
  const unset = Object.fromEntries(variableNames.map((name) => [name, '']));
  const { status, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { PATH: process.env.PATH, ...unset },
    encoding: 'utf8',
  });
  return { code: status, log: stderr };
}

const askedForTheChannel = { code: 1, log: expect.stringContaining('LINE_CHANNEL_SECRET is missing') };

describe('the units of systemd', () => {
  const verifies = spawnSync('systemd-analyze', ['--version']).status === 0;
  const units = readdirSync(join(root, 'deploy')).filter((file) => /\.(service|timer)$/.test(file));

  test.skipIf(!verifies).each(units)('%s is one (skipped where systemd-analyze is missing)', (file) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', join(root, 'deploy', file)], {
      encoding: 'utf8',
    });
    expect([status, `${stdout}${stderr}`]).toEqual([0, '']);
  });

  test('are all named in docs/, which has them copied', () => {
    expect(
      units.filter((file) => !(read('docs/set-up.md') + read('docs/operations.md')).includes(file)),
    ).toEqual([]);
  });

  test.skipIf(!isCheck)('back up the same data every night, into the folder that is tidied up', () => {
    const [command = ''] = set('ExecStart', backupUnit);
    for (const name of ['WorkingDirectory', 'EnvironmentFile', 'User', 'UMask'])
      expect(set(name, backupUnit)).toEqual(set(name));
    expect(command).toContain(`DATA_DIR=/var/lib/${set('StateDirectory')[0]} `);
    const folder = /main\.ts backup (\S+)\/$/.exec(command)?.[1];
    expect(set('ExecStartPost', backupUnit)[0]).toContain(`find ${folder} -name "madoguchi-*.jsonl"`);
    expect(set('ReadWritePaths', backupUnit)[0]).toContain(folder);
    // Without its folder and its key it is understood all the same, and makes nothing.
    const tried = command.replaceAll(home, root).replace('/var/lib/madoguchi', '/nowhere').split(' ');
    expect(startUnset(tried)).toMatchObject({ code: 1 });
  });

  test.skipIf(!isCheck)('starts the server', () => {
    expect(set('WorkingDirectory')).toEqual([home]);
    const command = (set('ExecStart')[0] ?? '').replaceAll(home, root).split(' ');
    expect(startUnset(command)).toEqual(askedForTheChannel);
  });

  test('sets variables that the server reads, and keeps its data in the directory that systemd makes for it', () => {
    const given = [...(set('ExecStart')[0] ?? '').matchAll(/ ([A-Z_]+)=(\S+)/g)];
    expect(given.map(([, name]) => name)).toEqual(['NODE_ENV', 'DATA_DIR']);
    for (const [, name] of given) expect(variableNames).toContain(name);
    expect(given[1]?.[2]).toBe(`/var/lib/${set('StateDirectory')[0]}`);
  });

  test('waits for the end of what is in hand, as the containers do', () => {
    expect(stopWithinMs).toBeLessThan(10_000);
    expect(Number(set('TimeoutStopSec')[0]) * 1000).toBeGreaterThan(stopWithinMs + 5_000);
    const [, grace] = /server:[\s\S]*?stop_grace_period: (\d+)s/.exec(read('compose.yaml')) ?? [];
    expect(Number(grace) * 1000).toBeGreaterThan(stopWithinMs + 5_000);
    expect(set('KillSignal')).toEqual(['SIGTERM']);
  });

  test('names documentation that is there', () => {
    const pages = set('Documentation').map((page) => page.replace(`file://${home}`, root));
    expect(pages.filter((page) => !existsSync(page))).toEqual([]);
  });
});

describe('the image', () => {
  const sources = docker('COPY')
    .filter((copy) => !copy.startsWith('--from'))
    .flatMap((copy) => copy.split(' ').slice(0, -1));

  test('is made of files that are there', () => {
    expect(sources).toContain('package-lock.json');
    expect(sources.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('takes over what the installation has made', () => {
    const made = docker('COPY').flatMap(
      (copy) => /^--from=install \/app\/(\S+) \.\/\1$/.exec(copy)?.[1] ?? [],
    );
    expect(made).toEqual(['node_modules']);
    for (const folder of made) expect(existsSync(join(root, folder))).toBe(true);
  });

  test('leaves out secrets and records, and nothing that the server reads', () => {
    const left = linesOf('.dockerignore');
    for (const secret of ['.env', 'data', '*.jsonl', 'node_modules']) expect(left).toContain(secret);
    const needed = ['src', 'flows', 'prisma', 'offices', 'richmenu', 'package.json'];
    expect(left.filter((path) => needed.includes(path))).toEqual([]);
  });

  test('has the Node that the lock file names, of the same major version as the image', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    const major = String(dependencies.node).split('.')[0];
    for (const from of docker('FROM')) expect(from).toMatch(new RegExp(`^node:${major}-slim\\b`));
  });

  test.skipIf(!isCheck)('starts the server, as another user than root', () => {
    expect(docker('USER')).toEqual(['node']);
    expect(startUnset(JSON.parse(docker('CMD')[0] ?? '[]'))).toEqual(askedForTheChannel);
  });

  test.each([
    [200, null],
    [503, 1],
  ])('is told healthy by /healthz alone: %s', async (status, code) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const [command, ...args] = JSON.parse(/CMD (\[.*\])$/.exec(docker('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]');
    const ended = await new Promise((resolve) => {
      execFile(command, args, { cwd: root, env: { PORT: port } }, (error) => resolve(error?.code ?? null));
    });
    expect([ended, asked]).toEqual([code, ['/healthz']]);
  });

  test('sets variables that the server reads', () => {
    const names = docker('ENV').flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name));
    expect(names).toEqual(['NODE_ENV', 'DATA_DIR', 'HOST']);
    for (const name of names) expect(variableNames).toContain(name);
    expect(docker('VOLUME')).toEqual([/DATA_DIR=(\S+)/.exec(docker('ENV')[0] ?? '')?.[1]]);
  });
});

describe('the containers together', () => {
  const compose = read('compose.yaml');

  test('listen where their network reaches them, and are published to their machine alone', () => {
    expect(docker('ENV')[0]).toContain('HOST=0.0.0.0');
    expect(compose).toMatch(/^ {6}HOST: 0\.0\.0\.0$/m);
    const published = [...compose.matchAll(/^ {6}- (\S+:\d+)$/gm)].map(([, port]) => port);
    expect(published).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  test('set variables that the server reads, beside those of the database image', () => {
    const names = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name);
    const ofTheDatabase = ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];
    expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', ...ofTheDatabase]));
    expect(names.filter((name) => ![...variableNames, ...ofTheDatabase].includes(name))).toEqual([]);
  });

  test('hold no secret: passwords come from .env, which git does not see', () => {
    expect(compose).toContain('env_file: .env');
    expect(compose).not.toMatch(/PASSWORD: (?!\$\{)/);
    expect(compose).not.toMatch(/postgres:\/\/\w+:(?!\$\{)/);
    expect(linesOf('.gitignore')).toContain('.env');
  });

  test('are reached through the port that the reverse proxy asks', () => {
    const { PORT = '' } = Object.fromEntries(linesOf('.env.example').map((line) => line.split('=')));
    expect(PORT).toBe('3000');
    expect(docker('EXPOSE')).toEqual([PORT]);
    expect(compose).toContain(`127.0.0.1:\${PORT:-${PORT}}:${PORT}`);
    expect(read('deploy/Caddyfile')).toContain(`reverse_proxy 127.0.0.1:${PORT}`);
  });
});

describe('the example for Caddy', () => {
  const lines = linesOf('deploy/Caddyfile').map((line) => line.trim());

  test('hands on what must be reached from outside, and answers everything else by itself', () => {
    const paths = lines.flatMap((line) => (line.startsWith('path ') ? line.slice(5).split(' ') : []));
    expect(paths).toEqual(['/webhook', '/contact/*', '/healthz']);
    const handled = lines.filter((line) => line.startsWith('handle'));
    expect(handled).toEqual(['handle @webhook {', 'handle @contact {', 'handle @health {', 'handle {']);
    expect(lines.slice(lines.indexOf('handle {'))).toContain('respond 404');
    expect(lines.slice(lines.indexOf('handle {'))).not.toContain('import server');
  });

  test('takes no larger bodies than the server, and keeps idle connections for a shorter time', () => {
    expect(read('src/line/webhook.ts')).toContain('bodyLimit = 1_048_576;');
    expect(lines).toContain('max_size 1MiB');
    const keepalive = lines.flatMap((line) => /^keepalive (\d+)s$/.exec(line)?.[1] ?? []);
    expect(keepalive.length).toBeGreaterThan(0);
    for (const seconds of keepalive) expect(Number(seconds) * 1000).toBeLessThan(httpLimits.idleMs);
  });
});

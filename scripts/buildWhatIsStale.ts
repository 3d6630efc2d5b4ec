/** Builds the app and the demo for the journeys, each only when something it is made of has changed since. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './runProgram.ts';

const sources = [
  'src',
  'server',
  'mocks',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const builds = [
  { result: 'dist/index.html', command: 'vite build' },
  { result: 'dist-demo/index.html', command: 'vite build --mode demo' },
];

const lastChange = Math.max(...sources.map(newestChange));
for (const { result, command } of builds) {
  if (newestChange(result) > lastChange) continue;
  const { exitCode } = await runProgram(command);
  if (exitCode !== 0) process.exit(exitCode);
}

/** Milliseconds since 1970; 0 when there is no such file. */
function newestChange(entry: string): number {
  if (!existsSync(entry)) return 0;
  const { mtimeMs } = statSync(entry);
  if (!statSync(entry).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}

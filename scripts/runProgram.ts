import { spawn } from 'node:child_process';
import path from 'node:path';

export type ProgramRun = { exitCode: number; output: string };
export type ProgramOptions = { environment?: Record<string, string>; show?: 'live' | 'kept' };

const ownPrograms = path.resolve('node_modules/.bin');

/** Runs one of the project's own programs. Its output is shown as it comes, or kept for later. */
export async function runProgram(
  command: string,
  { environment = {}, show = 'live' }: ProgramOptions = {},
): Promise<ProgramRun> {
  const [program = '', ...parameters] = command.split(' ');
  const child = spawn(path.join(ownPrograms, program), parameters, {
    env: {
      ...process.env,
      ...environment,
      PATH: `${ownPrograms}${path.delimiter}${process.env['PATH'] ?? ''}`,
    },
    stdio: show === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** `npm run check`: everything that can be said about the code without running it. All steps run, then the verdict. */
import { runProgram } from './runProgram.ts';

const steps = [
  { name: 'format', command: 'oxfmt --check' },
  { name: 'lint', command: 'oxlint' },
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'types of the domain', command: 'tsc --noEmit -p src/domain' },
  { name: 'unused code', command: 'knip' },
  { name: 'repeated code', command: 'jscpd --config .jscpd.json --no-colors' },
];

const failed: string[] = [];
for (const { name, command } of steps) {
  const started = performance.now();
  const { exitCode, output } = await runProgram(command, { show: 'kept', environment: { NO_COLOR: '1' } });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (exitCode === 0) continue;
  failed.push(name);
  console.log(`${output.trimEnd()}\n`);
}
if (failed.length > 0) {
  console.log(`Check failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

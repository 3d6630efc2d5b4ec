/** `npm run demo`: builds the demo and serves it as any static host would. There is no server behind it. */
import { serveFolder } from '../e2e/support/staticServer.ts';
import { runProgram } from './runProgram.ts';

const { exitCode, output } = await runProgram('vite build --mode demo', { show: 'kept' });
if (exitCode !== 0) {
  console.error(output);
  process.exit(exitCode);
}
const { url } = await serveFolder('dist-demo', Number(process.env['PORT'] ?? 4681));
console.log(`The demo is on ${url}`);

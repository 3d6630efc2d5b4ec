/** `npm test`: both test runners, and one closing line for the two. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../server/testing/temporaryFolder.ts';
import { runProgram } from './runProgram.ts';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countVitest,
  type TestCounts,
  trustedCounts,
} from './testCounts.ts';

const reports = temporaryFolder('reports');
const counts = addCounts([await runUnitTests(), await runJourneys()]);
reports.remove();
console.log(closingLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function runUnitTests(): Promise<TestCounts> {
  const file = path.join(reports.path, 'vitest.json');
  const { exitCode } = await runProgram(
    `vitest run --reporter=default --reporter=json --outputFile.json=${file}`,
  );
  return trustedCounts(readCounts(file, countVitest), exitCode);
}

async function runJourneys(): Promise<TestCounts> {
  const built = await runProgram('node scripts/buildWhatIsStale.ts');
  if (built.exitCode !== 0) return { passed: 0, failed: 1, skipped: 0 };
  const file = path.join(reports.path, 'playwright.json');
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { exitCode } = await runProgram('playwright test --reporter=list,json', { environment });
  return trustedCounts(readCounts(file, countPlaywright), exitCode);
}

/** A runner that broke down before its report leaves none: one failure. */
function readCounts(file: string, count: (json: string) => TestCounts): TestCounts {
  try {
    return count(readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`There is no usable report: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

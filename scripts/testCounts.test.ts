import { describe, expect, it } from 'vitest';
import { addCounts, closingLine, countPlaywright, countVitest, trustedCounts } from './testCounts.ts';

describe('the closing line of a test run', () => {
  it('adds up both runners', () => {
    const journeys = countPlaywright(journeyReport({ unexpected: 1 }));
    expect(closingLine(addCounts([countVitest(unitReport([])), journeys]))).toBe(
      '7 passed, 2 failed, 2 skipped',
    );
  });

  it('says nothing about skipped tests where there are none', () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
  });

  it('counts a test file that could not be loaded as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(countVitest(unitReport(testResults)).failed).toBe(2);
  });

  it('counts a journey that passed only on the second try as failed', () => {
    expect(countPlaywright(journeyReport({ flaky: 1 })).failed).toBe(1);
  });

  it('counts an error outside of any test as failed', () => {
    expect(countPlaywright(journeyReport({}, ['No tests found'])).failed).toBe(1);
  });

  it('does not believe a runner that ended badly and names no failure', () => {
    expect(trustedCounts({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(trustedCounts({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });
});

function unitReport(testResults: unknown[]): string {
  return JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults,
  });
}

function journeyReport(counts: Record<string, number>, errors: string[] = []): string {
  return JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...counts }, errors });
}

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cents } from './sharedData.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Is this program of plain-text accounting here? Where it is not, its tests are skipped, and say so. */
export function hasProgram(name: 'ledger' | 'hledger'): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.info(`Tests with ${name} skipped: the program is not there.`);
    return false;
  }
}

export interface AccountBalance {
  top: string;
  category: string;
  recordId: string;
  kind: string;
  cents: number;
}

/** What the program adds up for each account of a journal, over the days of a period (the end not included). */
export function balancesOf(
  program: 'ledger' | 'hledger',
  { journal, from, before }: { journal: string; from?: string; before?: string },
): AccountBalance[] {
  const folder = temporaryFolder('journal');
  try {
    const file = path.join(folder.path, 'granary.journal');
    writeFileSync(file, journal);
    const days = [...(from ? ['-b', from] : []), ...(before ? ['-e', before] : [])];
    // In a period, carries do not count.
    const noCarries =
      from || before ? (program === 'ledger' ? ['not', '@Carried'] : ['not:desc:^Carried']) : [];
    const output = execFileSync(
      program,
      program === 'ledger'
        ? [
            '-f',
            file,
            ...days,
            'balance',
            '--flat',
            '--no-total',
            '--format',
            '%(account)\t%(display_total)\n',
            ...noCarries,
          ]
        : ['-f', file, ...days, 'balance', '--flat', '-N', '-O', 'csv', ...noCarries],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 1e9 },
    );
    const lines = output.trim().split('\n');
    return (program === 'ledger' ? lines : lines.slice(1)).filter((line) => line !== '').map(balanceOf);
  } finally {
    folder.remove();
  }
}

function balanceOf(line: string): AccountBalance {
  const [account = '', amount = ''] = line.replaceAll('"', '').split(/\t|,(?=-?[\d.]+ [A-Z]{3}$|0$)/);
  const [top = '', category = '', record = '', kind = ''] = account.split(':');
  return {
    top,
    category,
    kind,
    recordId: record.split(' ').at(-1) ?? '',
    cents: cents(amount.replace(/ [A-Z]+$/, '')),
  };
}

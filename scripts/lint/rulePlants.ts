/** What the linter has to find, and what it has to leave alone, beside the table of walls. */
import type { Plant } from './plantedLayout.ts';

const wall = 'boundaries(dependencies)';
const one = 'export const one = 1;\n';
const opened = 'export const open = (): string => ":memory:";\n';
const usesOpened = (source: string) => `import { open } from '${source}';\n\nexport const store = open();\n`;

export const ruleBreaks: Plant[] = [
  breaks('a dynamic import through a wall', wall, {
    'src/ui/lazy.ts': "export const load = async (): Promise<unknown> => import('#api/lazyTarget.ts');\n",
    'src/api/lazyTarget.ts': one,
  }),
  breaks('a type taken through a wall', wall, {
    'src/domain/borrowedType.ts': "export type Borrowed = import('#api/one.ts').One;\n",
  }),
  breaks('the mock imported by the app other than by import()', wall, {
    'src/app/mocked.ts': "import { start } from '#mocks/start.ts';\n\nexport const mocked = start;\n",
    'mocks/start.ts': 'export const start = 1;\n',
  }),
  breaks('an import of a file that does not exist', wall, {
    'src/ui/lost.ts':
      "import { lost } from './nowhere.ts';\n\nexport const found = lost as unknown; // planted\n",
  }),
  breaks('a real database opened by something that is no test', wall, {
    'server/store/opens.ts': usesOpened('#server/node/openedHere.ts'),
    'server/node/openedHere.ts': opened,
  }),
  breaks('a test imported by something that ships', wall, {
    'src/domain/leans.ts': "import { one } from './one.test.ts';\n\nexport const leaning = one;\n",
    'src/domain/one.test.ts': one,
  }),
  breaks('one feature imported by the test of another', wall, {
    'src/features/people/other.test.ts':
      "import { one } from '#features/scanning/one.ts';\n\nexport const two = one + 1;\n",
    'src/features/scanning/one.ts': one,
  }),
  breaks('a re-export', wall, {
    'src/ui/again.ts': "export { one } from './onceSaid.ts';\n",
    'src/ui/onceSaid.ts': one,
  }),
  breaks('a file outside of every room', 'boundaries(no-unknown-files)', { 'src/stray.ts': one }),
  breaks('two files that import each other by path', 'import(no-cycle)', {
    'src/ui/hen.ts': "import { egg } from './egg.ts';\n\nexport const hen = (): unknown => egg;\n",
    'src/ui/egg.ts': "import { hen } from './hen.ts';\n\nexport const egg = (): unknown => hen;\n",
  }),
  breaks('two files that import each other by #', 'import(no-cycle)', {
    'src/ui/day.ts': "import { night } from '#ui/night.ts';\n\nexport const day = (): unknown => night;\n",
    'src/ui/night.ts': "import { day } from '#ui/day.ts';\n\nexport const night = (): unknown => day;\n",
  }),
  ...['index', 'utils', 'helpers', 'types'].map((name) =>
    breaks(`a file called ${name}.ts`, 'granary(file-name)', { [`src/grid/${name}.ts`]: one }),
  ),
  breaks('any', 'typescript(no-explicit-any)', {
    'src/ui/loose.ts': 'export const loose = (given: any): unknown => given;\n',
  }),
  breaks('a non-null !', 'typescript(no-non-null-assertion)', {
    'src/ui/certain.ts': 'export const certain = (given: string | null): string => given!;\n',
  }),
  breaks('an unexplained as', 'granary(reasoned-assertion)', {
    'src/ui/cast.ts': 'export const cast = (given: unknown): string => given as string;\n',
  }),
  breaks('an unexplained suppression', 'granary(reasoned-suppression)', {
    'src/ui/silenced.ts':
      '// oxlint-disable-next-line no-console\nconsole.log(1);\n\nexport const silenced = 1;\n',
  }),
  breaks('a suppression of nothing', 'Unused oxlint-disable directive (no problems were reported).', {
    'src/ui/overSilenced.ts':
      '// oxlint-disable-next-line no-console -- planted\nexport const overSilenced = 1;\n',
  }),
  breaks('a default export', 'import(no-default-export)', {
    'src/ui/unnamed.ts': 'const one = 1;\n\nexport default one;\n',
  }),
  breaks('a promise nobody waits for', 'typescript(no-floating-promises)', {
    'src/ui/forgets.ts':
      'const save = async (): Promise<number> => 1;\n\nexport const forget = (): void => {\n  save();\n};\n',
  }),
  breaks('a union switched on without every case', 'typescript(switch-exhaustiveness-check)', {
    'src/ui/cases.ts':
      "export function said(mode: 'reading' | 'editing'): string {\n  switch (mode) {\n    case 'reading':\n      return 'r';\n  }\n  return '';\n}\n",
  }),
  breaks('a hook behind a condition', 'react-hooks(rules-of-hooks)', {
    'src/ui/useSometimes.ts':
      "import { useState } from 'react';\n\nexport function useSometimes(often: boolean): unknown {\n  if (often) return useState(0);\n  return null;\n}\n",
  }),
  breaks('a fourth parameter', 'eslint(max-params)', {
    'src/ui/wide.ts':
      'export const wide = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
  }),
  breaks('a file of 301 lines', 'eslint(max-lines)', { 'src/ui/long.ts': lines(301) }),
  breaks('a function of 71 lines', 'eslint(max-lines-per-function)', {
    'src/ui/longFunction.ts': longFunction(71),
  }),
  breaks('a component of 121 lines', 'eslint(max-lines-per-function)', {
    'src/ui/LongComponent.tsx': longFunction(121),
  }),
  breaks('a console message in the app', 'eslint(no-console)', {
    'src/app/chatty.ts': "console.log('hello');\n\nexport const said = true;\n",
  }),
  ...[
    'Date.now()',
    "fetch('/')",
    'crypto.randomUUID()',
    'performance.now()',
    'setTimeout(String)',
    "console.log('')",
  ].map((outside) =>
    breaks(`${outside} in the domain`, 'eslint(no-restricted-globals)', {
      [`src/domain/${outside.replace(/\W.*/, '')}.ts`]: `export const reached = (): unknown => ${outside};\n`,
    }),
  ),
  breaks('Math.random() in the domain', 'eslint(no-restricted-properties)', {
    'src/domain/random.ts': 'export const reached = (): number => Math.random();\n',
  }),
];

export const allowances: Plant[] = [
  allows('a test of the store with a real database, a test package and node:', {
    'server/store/records.test.ts':
      "import { readFileSync } from 'node:fs';\nimport { expect } from 'vitest';\nimport { open } from '#server/node/openedToo.ts';\n\nexport const all = [readFileSync, expect, open];\n",
    'server/node/openedToo.ts': opened,
  }),
  allows('a test of a use case with test support', {
    'server/usecases/edit.test.ts': usesOpened('../testing/opens.ts'),
    'server/testing/opens.ts':
      "import { open as start } from '../node/openedForTests.ts';\n\nexport const open = start;\n",
    'server/node/openedForTests.ts': opened,
  }),
  allows('a test of a screen with the mock behind it', {
    'src/features/profit/Report.test.ts': usesOpened('#mocks/openMock.ts'),
    'mocks/openMock.ts': opened,
  }),
  allows('a journey and a benchmark that look everywhere', {
    'e2e/looking.spec.ts': usesOpened('#server/node/openedToLook.ts'),
    'bench/looking.ts': `${usesOpened('#server/node/openedToLook.ts')}console.log(store);\n`,
    'server/node/openedToLook.ts': opened,
  }),
  allows('the app loading the mock by import()', {
    'src/app/demo.ts': "export const demo = async (): Promise<unknown> => import('#mocks/startDemo.ts');\n",
    'mocks/startDemo.ts': 'export const start = 1;\n',
  }),
  allows('files of one feature importing each other', {
    'src/features/activity/List.ts': "import { one } from './parts/one.ts';\n\nexport const list = [one];\n",
    'src/features/activity/parts/one.ts': one,
  }),
  allows('a file of 300 lines, a function of 70, a component of 120, a long test', {
    'src/ui/justRight.ts': lines(300),
    'src/ui/rightFunction.ts': longFunction(70),
    'src/ui/RightComponent.tsx': longFunction(120),
    'src/ui/longStory.test.ts': longFunction(200),
  }),
  allows('an explained as, and as const', {
    'src/ui/checkedCast.ts':
      "// Checked by the caller.\nexport const cast = (given: unknown): string => given as string;\n\nexport const modes = ['reading'] as const;\n",
  }),
  allows('a message from the server to its operator', {
    'server/node/says.ts': "console.log('ready');\n\nexport const said = 1;\n",
  }),
];

function breaks(title: string, rule: string, files: Plant['files']): Plant {
  return { title, rule, files };
}

function allows(title: string, files: Plant['files']): Plant {
  return { title, rule: null, files };
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, line) => `export const line${line} = ${line};\n`).join('');
}

function longFunction(count: number): string {
  const body = '  total += 1;\n'.repeat(count - 4);
  return `export function sum(): number {\n  let total = 0;\n${body}  return total;\n}\n`;
}

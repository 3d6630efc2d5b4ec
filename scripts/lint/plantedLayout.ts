/** Runs the linter and the compiler as configured here over planted files, in a copy of this layout. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../../server/testing/temporaryFolder.ts';

/** Files to plant under one title. `rule` is what has to be found in them, or null when nothing may be. */
export type Plant = { title: string; files: Record<string, string>; rule: string | null };
type Report = { diagnostics: { code?: string; filename: string; message: string }[] };

const copied = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'src/domain/tsconfig.json',
  'scripts/lint',
];

/** One run over all plants. Answers which rules complain about the given files. */
export function lintPlants(plants: readonly Plant[]): (files: Plant['files']) => string[] {
  const layout = copyLayout();
  for (const { files } of plants)
    for (const [file, content] of Object.entries(files)) plant({ layout, file, content });
  const report = JSON.parse(run(layout, ['node_modules/oxlint/bin/oxlint', '--format', 'json'])) as Report; // oxlint's own output
  layout.remove();
  return (files) =>
    report.diagnostics
      .filter(({ filename }) => filename in files)
      .map(({ code, message }) => code ?? message);
}

/** What the compiler says about one file in `src/domain`. */
export function compileDomain(content: string): string {
  const layout = copyLayout();
  plant({ layout, file: 'src/domain/planted.ts', content });
  const output = run(layout, ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', 'src/domain']);
  layout.remove();
  return output;
}

function copyLayout(): TemporaryFolder {
  const layout = temporaryFolder('lint');
  for (const each of copied) cpSync(each, path.join(layout.path, each), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(layout.path, 'node_modules'));
  return layout;
}

function plant({ layout, file, content }: { layout: TemporaryFolder; file: string; content: string }): void {
  const target = path.join(layout.path, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

function run(layout: TemporaryFolder, program: string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, program, {
    cwd: layout.path,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(`${program.join(' ')} could not run:\n${stderr}`);
  return stdout;
}

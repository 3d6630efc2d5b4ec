import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type TemporaryFolder = { path: string; remove: () => void };

/** A folder of our own, for one test or one run. What is not removed before goes with the process. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `granary-${purpose}-`));
  const removeFiles = () => removeFolder(folder);
  process.once('exit', removeFiles);
  return {
    path: folder,
    remove() {
      process.off('exit', removeFiles);
      removeFiles();
    },
  };
}

/** A program that is being killed writes on for a moment; rmSync then leaves files behind without saying so. */
function removeFolder(folder: string): void {
  for (let attempt = 0; attempt < 5 && existsSync(folder); attempt += 1) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
}

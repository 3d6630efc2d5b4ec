import { verify } from '#server/usecases/verify.ts';
import { readConfig } from './config.ts';
import { openApp } from './openApp.ts';
import { StartError } from './openSqlite.ts';

/** `npm run verify`: replays every record from nothing and compares. Exit code 1 when anything differs. */
try {
  const { store } = await openApp(readConfig(process.env));
  const start = performance.now();
  const { records, lines, storedHash, replayedHash, differences } = await verify(store);
  const seconds = (performance.now() - start) / 1000;
  for (const { recordName, recordId, what, stored, replayed } of differences) {
    console.log(`${recordName} (${recordId}): ${what} is ${stored}, its lines add up to ${replayed}`);
  }
  console.log(
    `${records} records, ${lines} lines in ${seconds.toFixed(1)} s (${Math.round(lines / seconds)} lines per second)`,
  );
  console.log(`stored   ${storedHash}\nreplayed ${replayedHash}`);
  console.log(differences.length === 0 ? 'Everything adds up.' : `${differences.length} differences.`);
  await store.close();
  process.exitCode = differences.length === 0 && storedHash === replayedHash ? 0 : 1;
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}

/**
 * `test` for journeys. In the project "server" each test has a fresh server with an empty data folder, in the project
 * "demo" (tests tagged @core, and @demo for what only its named samples can show) the demo build on its own address.
 * `page.goto('/')` is right in both.
 */
import { type TestInfo, expect, test as base } from '@playwright/test';
import { temporaryFolder } from '../../server/testing/temporaryFolder.ts';
import { axe } from './axe.ts';
import { type ConsoleGuard, guardConsole } from './consoleGuard.ts';
import { startServer } from '#server/testing/serverProcess.ts';
import { serveFolder } from './staticServer.ts';

export type TargetOptions = { target: 'server' | 'demo' };
type Journey = { axe: typeof axe; consoleGuard: ConsoleGuard };
type Provide = (url: string) => Promise<void>;

export { expect };

export const test = base.extend<Journey, TargetOptions>({
  target: ['server', { option: true, scope: 'worker' }],

  baseURL: async ({ target }, use, testInfo) => {
    await (target === 'demo' ? withDemo(use) : withServer(use, testInfo));
  },

  consoleGuard: [
    async ({ context }, use) => {
      const guard = guardConsole(context);
      await use(guard);
      expect(guard.unexpected(), 'nothing unexpected on the console').toEqual([]);
    },
    { auto: true },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that this fixture needs no other
  axe: async ({}, use) => {
    await use(axe);
  },
});

async function withServer(provide: Provide, testInfo: TestInfo): Promise<void> {
  const data = temporaryFolder('data');
  const server = await startServer({ dataFolder: data.path });
  await provide(server.url);
  await server.stop();
  data.remove();
  if (testInfo.status !== testInfo.expectedStatus) {
    await testInfo.attach('server log', { body: server.log(), contentType: 'text/plain' });
  }
}

async function withDemo(provide: Provide): Promise<void> {
  const demo = await serveFolder('dist-demo');
  await provide(demo.url);
  await demo.stop();
}

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src/domain,src/contract,server,mocks,scripts}/**/*.test.ts', '*.test.ts'],
          setupFiles: ['server/testing/failOnConsole.ts'],
          globalSetup: ['server/testing/postgresSetup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'happy-dom',
          include: ['src/{api,app,features,grid,ui}/**/*.test.{ts,tsx}'],
          setupFiles: ['server/testing/failOnConsole.ts', 'server/testing/cleanScreen.ts'],
        },
      },
    ],
  },
});

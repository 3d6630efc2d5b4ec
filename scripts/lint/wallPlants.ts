/** Each wall of the table "Who may import whom", once by path and once by `#` import, and each package. */
import type { Plant } from './plantedLayout.ts';

type Room = { folder: string; mayImport: string[]; packages: string[] };

const wall = 'boundaries(dependencies)';
const everyPackage = [
  '@hono/node-server',
  '@mantine/core',
  '@sqlite.org/sqlite-wasm',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'better-sqlite3',
  'hono',
  'kysely',
  'msw',
  'node:fs',
  'papaparse',
  'pg',
  'react',
  'react-dom',
  'react-hook-form',
  'zod',
];

/** "Who may import whom", said a second time on purpose: the configuration has to agree with it. */
const rooms: Record<string, Room> = {
  domain: { folder: 'src/domain', mayImport: [], packages: [] },
  contract: { folder: 'src/contract', mayImport: ['domain'], packages: ['zod'] },
  api: { folder: 'src/api', mayImport: ['domain', 'contract'], packages: ['@tanstack/react-query', 'react'] },
  ui: { folder: 'src/ui', mayImport: [], packages: ['react', 'react-dom', '@mantine/core'] },
  grid: { folder: 'src/grid', mayImport: ['ui'], packages: ['react', 'react-dom'] },
  feature: {
    folder: 'src/features/ledger',
    mayImport: ['domain', 'contract', 'api', 'ui', 'grid'],
    packages: ['react', 'react-dom', 'react-hook-form', '@mantine/core', '@tanstack/react-router'],
  },
  otherFeature: { folder: 'src/features/inventory', mayImport: [], packages: [] },
  app: {
    folder: 'src/app',
    mayImport: ['domain', 'api', 'ui', 'feature', 'otherFeature'],
    packages: ['react', 'react-dom', '@mantine/core', '@tanstack/react-router', '@tanstack/react-query'],
  },
  store: { folder: 'server/store', mayImport: ['domain'], packages: ['kysely'] },
  usecases: { folder: 'server/usecases', mayImport: ['domain', 'store'], packages: [] },
  http: {
    folder: 'server/http',
    mayImport: ['domain', 'contract', 'store', 'usecases'],
    packages: ['hono', 'papaparse', 'zod'],
  },
  node: {
    folder: 'server/node',
    mayImport: ['domain', 'contract', 'store', 'usecases', 'http'],
    packages: everyPackage,
  },
  testing: { folder: 'server/testing', mayImport: [], packages: [] },
  mocks: {
    folder: 'mocks',
    mayImport: ['domain', 'contract', 'store', 'http'],
    packages: ['msw', '@sqlite.org/sqlite-wasm', 'kysely'],
  },
};
const roomsThatImportAll = new Set(['testing', 'otherFeature']);

/** Every room against every other room and every package, whether the table allows it or not. */
export function plantsForTheTable(): Plant[] {
  const importers = Object.entries(rooms).filter(([name]) => !roomsThatImportAll.has(name));
  return importers.flatMap(([name, room]) => [
    ...Object.keys(rooms)
      .filter((other) => other !== name)
      .flatMap((other) => plantsBetween(name, other)),
    ...everyPackage.map((source) => plantForPackage(room, source)),
  ]);
}

function plantsBetween(from: string, to: string): Plant[] {
  const [importer, imported] = [rooms[from], rooms[to]];
  if (!importer || !imported) throw new Error(`There is no room ${from} or ${to}.`);
  const rule = importer.mayImport.includes(to) ? null : wall;
  const target = { [`${imported.folder}/target.ts`]: 'export const target = 1;\n' };
  const up = '../'.repeat(importer.folder.split('/').length);
  const byPath = { name: 'by path', source: `${up}${imported.folder}/target.ts` };
  const byHash = { name: 'by #', source: `#${imported.folder.replace(/^src\//, '')}/target.ts` };
  // `#` stands for the folders named in package.json; src/app is none of them, because nobody imports it.
  return (to === 'app' ? [byPath] : [byPath, byHash]).map(({ name, source }) => {
    const file = `${importer.folder}/${to}-${name.replace(/\W+/g, '-')}.ts`;
    const content = `import { target } from '${source}';\n\nexport const used = target;\n`;
    return {
      title: `${importer.folder} importing ${imported.folder} ${name}`,
      rule,
      files: { ...target, [file]: content },
    };
  });
}

function plantForPackage(room: Room, source: string): Plant {
  const file = `${room.folder}/package-${source.replace(/\W+/g, '-')}.ts`;
  const content = `import * as everything from '${source}';\n\nexport const used = everything;\n`;
  const rule = room.packages.includes(source) ? null : wall;
  return { title: `${room.folder} importing the package ${source}`, rule, files: { [file]: content } };
}

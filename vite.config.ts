import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = process.env['GRANARY_SERVER'] ?? 'http://127.0.0.1:4680';

export default defineConfig(({ mode }) => ({
  plugins: [react(), zodWithoutEval(), precompress(), ...(mode === 'demo' ? [] : [withoutMock()])],
  // The router's address, so that a deep link finds its assets.
  base: '/',
  server: { proxy: { '/api': SERVER } },
  preview: { proxy: { '/api': SERVER } },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    target: 'es2022',
    sourcemap: false,
    // A module preload that fails is no reason to fail the page; browsers of the target know the link by themselves.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
}));

/** The mock's service worker lies in public/, because it is served as it is; only the demo ships it. */
function withoutMock(): Plugin {
  return {
    name: 'granary-without-mock',
    apply: 'build',
    writeBundle: {
      // Before the files are compressed.
      order: 'pre',
      sequential: true,
      handler: ({ dir }) => rm(join(dir ?? 'dist', 'mockServiceWorker.js'), { force: true }),
    },
  };
}

/**
 * Zod writes faster parsers with `new Function` where it may, and probes for that when it is loaded. Our content security
 * policy forbids it, and the browser reports the probe as a violation. Zod's own switch, set before any schema is made.
 */
function zodWithoutEval(): Plugin {
  return {
    name: 'granary-zod-without-eval',
    apply: 'build',
    transform(code, id) {
      return id.endsWith('/zod/v4/core/core.js') ? `${code}\nglobalConfig.jitless = true;\n` : null;
    },
  };
}

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|wasm|txt)$/;
/** Below this a compressed copy saves less than its own headers cost. */
const WORTHWHILE_BYTES = 1024;

/** Writes `x.br` and `x.gz` beside each asset once, so that the server never compresses the same file twice. */
function precompress(): Plugin {
  return {
    name: 'granary-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const names = await readdir(dir, { recursive: true });
      await Promise.all(
        names.filter((name) => COMPRESSIBLE.test(name)).map((name) => compressFile(join(dir, name))),
      );
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < WORTHWHILE_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
}

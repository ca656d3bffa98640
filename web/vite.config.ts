import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Lines are slow: every text that is served is there compressed too. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets');
    for (const name of (await readdir(folder)).filter((file) => /\.(m?js|css|svg)$/.test(file))) {
      const content = await readFile(join(folder, name));
      await writeFile(join(folder, `${name}.br`), brotliCompressSync(content));
      await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

/** What PDFs take for granted in their reader and do not bring along; src/evidence/pdf.ts asks for it by these names. */
const besidePdfs: Plugin = {
  name: 'beside-pdfs',
  apply: 'build',
  async generateBundle() {
    const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as { version: string };
    for (const folder of ['cmaps', 'standard_fonts'])
      for (const name of await readdir(join(from, folder)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdf-${version}/${folder}/${name}`,
          source: await readFile(join(from, folder, name)),
        });
  },
};

/** Each component of Mantine brings its own styles, so that nobody waits for those of others. */
const stylesOfComponents: Plugin = {
  name: 'styles-of-components',
  transform: {
    filter: { id: /@mantine[\\/]core[\\/]esm[\\/].*\.module\.mjs$/ },
    handler: (code, id) => `import '@mantine/core/styles/${basename(id, '.module.mjs')}.css';\n${code}`,
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [besidePdfs, compressed, stylesOfComponents],
  // The server puts a new one in its place for each answer.
  html: { cspNonce: 'HEED_NONCE' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // These know light-dark() themselves; what stands in for it in older ones needs a fixed colour scheme.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    // Mantine marks its files for servers that render; this page renders in the browser alone.
    rolldownOptions: {
      output: {
        // Each file waits for the line once more: what is needed together comes together.
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 3 },
            { name: 'frame', test: /web[\\/]src[\\/]frame[\\/]start\.tsx$/, priority: 2 },
            { name: 'parts', minShareCount: 3, priority: 1 },
          ],
        },
      },
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

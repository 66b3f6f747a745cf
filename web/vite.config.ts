import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const FOLDER = join(import.meta.dirname, '../build/web')

/** What a phone would wait for lies compressed beside it; the server sends what the browser takes. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async closeBundle() {
    const names = (await readdir(FOLDER, { recursive: true })).filter((name) => /\.(js|css|html)$/.test(name))
    for (const path of names.map((name) => join(FOLDER, name))) {
      const bytes = await readFile(path)
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes))
    }
  },
}

/** The workbench as files that the server serves: nothing is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [compressed],
  build: { outDir: FOLDER, emptyOutDir: true, modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `npm run dev`: the page comes from Vite, and what it asks for from the server beside it.
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.OSLER_PORT || 1849}` } },
})

import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The workbench as files that the server serves: nothing is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: join(import.meta.dirname, '../build/web'), emptyOutDir: true, modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})

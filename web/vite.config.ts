import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The workbench as files that the server serves: nothing is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: join(import.meta.dirname, '../build/web'), emptyOutDir: true, modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `npm run dev`: the page comes from Vite, and what it asks for from the server beside it.
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.OSLER_PORT || 1849}` } },
})

import { join } from 'node:path'
import { measureSizes, quantile, type Size } from '../test/house/measure-sizes.ts'

// Prints how long the files and functions of the sources are: `node tools/sizes.ts`
const ROOT = join(import.meta.dirname, '..')

const row = (of: string, sizes: readonly Size[]) => ({
  of,
  count: sizes.length,
  median: quantile(sizes, 0.5),
  p90: quantile(sizes, 0.9),
  p99: quantile(sizes, 0.99),
  most: quantile(sizes, 1),
})

for (const [folder, pattern] of Object.entries({ src: 'src/**/*.ts', web: 'web/src/**/*.{ts,tsx}' })) {
  const { files, functions } = await measureSizes(ROOT, pattern)
  console.table([row(`lines a file of ${folder}`, files), row(`lines a function of ${folder}`, functions)])
}

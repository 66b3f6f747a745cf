import { writeFile } from 'node:fs/promises'
import type { LinearTable } from '../../src/platform/linear-model.ts'
import type { Linear } from './linear.ts'

/** How weights become integers: multiplied by `scale` and rounded; those nearer to zero than `leastWeight` are left out. */
export interface Packing {
  scale: number
  leastWeight: number
}

/** All models in one table: a feature's weights in the order of `models`. */
export function packTable(about: string, models: Record<string, Linear>, packing: Packing): LinearTable {
  const columns = Object.values(models)
  const features = [...new Set(columns.flatMap(({ weights }) => [...weights.keys()]))].sort()
  const rows = features.map((feature) => [feature, rowOf(columns, feature, packing)] as const)
  return {
    about,
    scale: packing.scale,
    models: Object.keys(models),
    bias: columns.map(({ bias }) => Math.round(bias * packing.scale)),
    weights: Object.fromEntries(rows.filter(([, row]) => row.length > 0)),
  }
}

function rowOf(columns: readonly Linear[], feature: string, { scale, leastWeight }: Packing): number[] {
  return columns.flatMap(({ weights }, index) => {
    const weight = Math.round((weights.get(feature) ?? 0) * scale)
    return Math.abs(weight) >= leastWeight ? [index, weight] : []
  })
}

/** Writes a table where the product reads it. */
export async function writeTable(name: string, table: LinearTable): Promise<void> {
  const text = `${JSON.stringify(table)}\n`
  await writeFile(new URL(`../../src/clinical/en/learned/${name}.json`, import.meta.url), text)
  console.log(`${name}: ${Object.keys(table.weights).length} features, ${Math.round(text.length / 1024)} kB`)
}

import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely'
import type { MasterKeys } from './master-keys.ts'
import { openText, sealText } from './seal.ts'

/** What patients said, on its way into the database. */
class Confidential {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/**
 * A value for a column of JSON that holds what was said or written of a patient: sealed on its way where there is a master
 * key, and opened on its way back. Nothing in SQL can look into it.
 */
export const confidential = (value: object): string => new Confidential(JSON.stringify(value)) as unknown as string

/** Seals what `confidential` marks, and opens what was sealed; without keys it is stored as it is. */
export function sealTexts(keys: MasterKeys | undefined): KyselyPlugin {
  const store = (value: unknown) => (value instanceof Confidential ? toStored(value.json, keys) : value)
  const transformer = new Sealer(store)
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs) => transformer.transformNode(node, queryId),
    async transformResult({ result }: PluginTransformResultArgs) {
      for (const row of result.rows) {
        for (const [name, value] of Object.entries(row)) {
          row[name] = readStored(value, keys)
        }
      }
      return result
    },
  }
}

class Sealer extends OperationNodeTransformer {
  readonly #store: (value: unknown) => unknown

  constructor(store: (value: unknown) => unknown) {
    super()
    this.#store = store
  }

  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: this.#store(node.value) }
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(this.#store) }
  }
}

/** SECURITY: what a client sends may look like an envelope: it is put into one of its own. */
function toStored(json: string, keys: MasterKeys | undefined): string {
  if (keys) return JSON.stringify({ sealed: sealText(json, keys.current) })
  return 'sealed' in JSON.parse(json) ? `{"sealed":0,"plain":${json}}` : json
}

const isPlain = (value: unknown): value is { plain: unknown } =>
  typeof value === 'object' && value !== null && (value as { sealed?: unknown }).sealed === 0 && 'plain' in value

const isSealed = (value: unknown): value is { sealed: string } =>
  typeof value === 'object' && value !== null && typeof (value as { sealed?: unknown }).sealed === 'string'

/** What a column holds, opened. Throws `key_lost`, `blob_damaged`. */
export function readStored(value: unknown, keys: MasterKeys | undefined): unknown {
  if (isSealed(value)) return JSON.parse(openText(value.sealed, keys))
  return isPlain(value) ? value.plain : value
}

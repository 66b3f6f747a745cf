/** Enough of the ONNX format (https://onnx.ai/onnx/repo-docs/IR.html, a protocol buffer) to write tiny models for tests. */
export interface MadeNode {
  op: string
  inputs: string[]
  outputs: string[]
  /** Whole numbers and lists of them. */
  attributes?: Record<string, number | number[]>
}

export interface MadeTensor {
  name: string
  dims: number[]
  values: Float32Array | BigInt64Array
}

/** A name, its type (1 float, 6 int32, 7 int64) and its dimensions; a text is one that varies. */
export type MadeValue = [name: string, type: number, dims: (number | string)[]]

export interface MadeModel {
  nodes: MadeNode[]
  constants: MadeTensor[]
  inputs: MadeValue[]
  outputs: MadeValue[]
  metadata: Record<string, string | number>
}

const FLOAT = 1
const INT64 = 7

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt(value)
  do {
    const low = Number(rest & 127n)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 128 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}

const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)])

function bytes(field: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string)
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body])
}

const message = (field: number, ...parts: Buffer[]) => bytes(field, Buffer.concat(parts))

function attribute([name, value]: [string, number | number[]]): Buffer {
  const content = Array.isArray(value)
    ? [...value.map((item) => number(8, item)), number(20, 7)]
    : [number(3, value), number(20, 2)]
  return message(5, bytes(1, name), ...content)
}

const node = ({ op, inputs, outputs, attributes = {} }: MadeNode) =>
  message(
    1,
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(4, op),
    ...Object.entries(attributes).map(attribute),
  )

const tensor = ({ name, dims, values }: MadeTensor) =>
  message(
    5,
    ...dims.map((size) => number(1, size)),
    number(2, values instanceof Float32Array ? FLOAT : INT64),
    bytes(8, name),
    bytes(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  )

function valueInfo(field: number, [name, type, dims]: MadeValue): Buffer {
  const shape = dims.map((size) => message(1, typeof size === 'number' ? number(1, size) : bytes(2, size)))
  return message(field, bytes(1, name), message(2, message(1, number(1, type), message(2, ...shape))))
}

/** The model as a file's bytes. */
export function encodeModel({ nodes, constants, inputs, outputs, metadata }: MadeModel): Buffer {
  const graph = [
    ...nodes.map(node),
    bytes(2, 'made'),
    ...constants.map(tensor),
    ...inputs.map((value) => valueInfo(11, value)),
    ...outputs.map((value) => valueInfo(12, value)),
  ]
  const entry = ([key, value]: [string, string | number]) => message(14, bytes(1, key), bytes(2, String(value)))
  return Buffer.concat([
    number(1, 8),
    message(7, ...graph),
    message(8, bytes(1, ''), number(2, 13)),
    ...Object.entries(metadata).map(entry),
  ])
}

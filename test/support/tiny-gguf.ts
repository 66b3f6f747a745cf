import { writeFile } from 'node:fs/promises'

/**
 * A Llama of two layers with random weights, as a GGUF file (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md):
 * what it writes is noise, but it is loaded, tokenized and held to a grammar like any other.
 */
export async function writeTinyGguf(path: string, contextTokens = 4096): Promise<void> {
  const data: Buffer[] = []
  const infos: Buffer[] = []
  let offset = 0
  for (const { name, shape, isOnes } of TENSORS) {
    const values = weightsOf(shape, isOnes)
    infos.push(text(name), u32(shape.length), ...shape.map(u64), u32(0), u64(offset))
    data.push(values, Buffer.alloc(padding(values.length)))
    offset += values.length + padding(values.length)
  }
  const fields = fieldsOf(contextTokens)
  const head = Buffer.concat([
    ...[Buffer.from('GGUF'), u32(3), u64(TENSORS.length), u64(fields.length)],
    ...fields.map(([key, kind, value]) => Buffer.concat([text(key), u32(kind), value])),
    ...infos,
  ])
  await writeFile(path, Buffer.concat([head, Buffer.alloc(padding(head.length)), ...data]))
}

const WIDTH = 64
const INNER = 128
const LAYERS = 2
const HEADS = 4
const ALIGNMENT = 32

/** Special tokens, all bytes, then printable letters: any text can be tokenized. */
const BYTES = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
const LETTERS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
const TOKENS = ['<unk>', '<s>', '</s>', ...BYTES, '\u2581', ...LETTERS]
const [NORMAL, UNKNOWN, CONTROL, BYTE] = [1, 2, 3, 6]
const typeOf = (index: number) => (index === 0 ? UNKNOWN : index < 3 ? CONTROL : index < 259 ? BYTE : NORMAL)

const TENSORS = [
  { name: 'token_embd.weight', shape: [WIDTH, TOKENS.length] },
  ...Array.from({ length: LAYERS }, (_, layer) => layerOf(`blk.${layer}.`)).flat(),
  { name: 'output_norm.weight', shape: [WIDTH], isOnes: true },
  { name: 'output.weight', shape: [WIDTH, TOKENS.length] },
] as { name: string; shape: number[]; isOnes?: boolean }[]

function layerOf(prefix: string) {
  const square = ['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name) => ({ name, shape: [WIDTH, WIDTH] }))
  const layer = [
    ...[{ name: 'attn_norm', shape: [WIDTH], isOnes: true }, ...square],
    ...[
      { name: 'ffn_norm', shape: [WIDTH], isOnes: true },
      { name: 'ffn_gate', shape: [WIDTH, INNER] },
    ],
    ...[
      { name: 'ffn_up', shape: [WIDTH, INNER] },
      { name: 'ffn_down', shape: [INNER, WIDTH] },
    ],
  ]
  return layer.map(({ name, ...rest }) => ({ name: `${prefix}${name}.weight`, ...rest }))
}

let seed = 7
/** A linear congruential generator, so that the file is the same every time. */
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0
  return seed / 2 ** 32 - 0.5
}

function weightsOf(shape: readonly number[], isOnes = false): Buffer {
  const count = shape.reduce((product, size) => product * size, 1)
  const scale = 3.5 / Math.sqrt(shape[0] ?? 1)
  return Buffer.from(Float32Array.from({ length: count }, () => (isOnes ? 1 : random() * scale)).buffer)
}

const padding = (bytes: number) => (ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT
const [U32, I32, F32, TEXT, ARRAY] = [4, 5, 6, 8, 9]

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}

function u64(value: number): Buffer {
  const buffer = Buffer.alloc(8)
  buffer.writeBigUInt64LE(BigInt(value))
  return buffer
}

function f32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeFloatLE(value)
  return buffer
}

const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)])
const array = (kind: number, values: Buffer[]) => Buffer.concat([u32(kind), u64(values.length), ...values])

function fieldsOf(contextTokens: number): [key: string, kind: number, value: Buffer][] {
  const numbers: Record<string, number> = {
    ...{ 'general.alignment': ALIGNMENT, 'llama.context_length': contextTokens, 'llama.embedding_length': WIDTH },
    ...{ 'llama.block_count': LAYERS, 'llama.feed_forward_length': INNER, 'llama.vocab_size': TOKENS.length },
    ...{ 'llama.attention.head_count': HEADS, 'llama.attention.head_count_kv': HEADS },
    ...{ 'llama.rope.dimension_count': WIDTH / HEADS, 'tokenizer.ggml.bos_token_id': 1 },
    ...{ 'tokenizer.ggml.eos_token_id': 2, 'tokenizer.ggml.unknown_token_id': 0 },
  }
  return [
    ['general.architecture', TEXT, text('llama')],
    ['general.name', TEXT, text('tiny')],
    ...Object.entries(numbers).map(([key, value]): [string, number, Buffer] => [key, U32, u32(value)]),
    ['llama.attention.layer_norm_rms_epsilon', F32, f32(1e-5)],
    ['tokenizer.ggml.model', TEXT, text('llama')],
    ['tokenizer.ggml.tokens', ARRAY, array(TEXT, TOKENS.map(text))],
    [
      'tokenizer.ggml.scores',
      ARRAY,
      array(
        F32,
        TOKENS.map((_, index) => f32(index < 259 ? 0 : -1)),
      ),
    ],
    [
      'tokenizer.ggml.token_type',
      ARRAY,
      array(
        I32,
        TOKENS.map((_, index) => u32(typeOf(index))),
      ),
    ],
  ]
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeModel, type MadeTensor } from './made-onnx.ts'
import { synthesize } from './recordings.ts'

// Models for tests without published weights: they hear tones as words. The mel band in which a tone is loudest stands
// for its word; in silence every band is below zero, and the blank, at zero, wins.
const HERTZ = { aspirin: 1000, fever: 2000, cough: 3000 }
export type Tone = keyof typeof HERTZ
const TONES = Object.keys(HERTZ) as Tone[]

const FLOAT = 1
const INT32 = 6
const INT64 = 7

const printTokens = (tokens: readonly string[]) => tokens.map((token, at) => `${token} ${at}\n`).join('')
const numbers = (...values: bigint[]) => BigInt64Array.from(values)

/** A matrix of a row for every mel band and a column for every token: how much the band tells of it. */
function matrix(rows: number, columns: number, weights: [row: number, column: number, weight: number][]): MadeTensor {
  const values = new Float32Array(rows * columns)
  for (const [row, column, weight] of weights) values[row * columns + column] = weight
  return { name: 'weights', dims: [rows, columns], values }
}

async function write(folder: string, name: string, family: string, files: Record<string, Buffer | string>) {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  const description = JSON.stringify({ name, family, languages: ['en'] })
  for (const [file, content] of Object.entries({ ...files, 'model.json': description })) {
    await writeFile(join(path, file), content)
  }
  return path
}

/** A CTC model of NeMo's shape that takes sound in pieces of 0.2 s, and gives a frame for every 40 ms. */
export async function makeStreamingModel(folder: string, name = 'tones-streaming'): Promise<string> {
  const bands = { aspirin: 26, fever: 45, cough: 55 }
  const tokens = [...TONES.map((tone) => `▁${tone}`), '<blk>']
  const whole = (name: string, value: bigint): MadeTensor => ({ name, dims: [1], values: numbers(value) })
  const model = encodeModel({
    nodes: [
      { op: 'Transpose', inputs: ['audio_signal'], outputs: ['frames'], attributes: { perm: [0, 2, 1] } },
      { op: 'Slice', inputs: ['frames', 'first', 'end', 'axis', 'step'], outputs: ['fourth'] },
      { op: 'MatMul', inputs: ['fourth', 'weights'], outputs: ['heard'] },
      { op: 'Add', inputs: ['heard', 'bias'], outputs: ['scores'] },
      { op: 'LogSoftmax', inputs: ['scores'], outputs: ['logprobs'], attributes: { axis: 2 } },
      { op: 'Identity', inputs: ['length'], outputs: ['lengths'] },
      { op: 'Identity', inputs: ['channel_cache'], outputs: ['next_channel_cache'] },
      { op: 'Identity', inputs: ['time_cache'], outputs: ['next_time_cache'] },
      { op: 'Identity', inputs: ['cache_length'], outputs: ['next_cache_length'] },
    ],
    constants: [
      ...[whole('first', 0n), whole('end', 1_000_000n), whole('axis', 1n), whole('step', 4n)],
      matrix(
        80,
        tokens.length,
        TONES.map((tone, at) => [bands[tone], at, 1]),
      ),
      { name: 'bias', dims: [tokens.length], values: Float32Array.from([4, 4, 4, 0]) },
    ],
    inputs: [
      ['audio_signal', FLOAT, ['batch', 80, 'time']],
      ['length', INT64, ['batch']],
      ['channel_cache', FLOAT, ['batch', 1, 1, 1]],
      ['time_cache', FLOAT, ['batch', 1, 1, 1]],
      ['cache_length', INT64, ['batch']],
    ],
    outputs: [
      ['logprobs', FLOAT, ['batch', 'fourths', tokens.length]],
      ['lengths', INT64, ['batch']],
      ['next_channel_cache', FLOAT, ['batch', 1, 1, 1]],
      ['next_time_cache', FLOAT, ['batch', 1, 1, 1]],
      ['next_cache_length', INT64, ['batch']],
    ],
    metadata: {
      ...{
        model_type: 'EncDecCTCModelBPE',
        vocab_size: tokens.length - 1,
        subsampling_factor: 4,
        normalize_type: 'NA',
      },
      ...{ window_size: 20, chunk_shift: 20, is_giga_am: 0 },
      ...{ cache_last_channel_dim1: 1, cache_last_channel_dim2: 1, cache_last_channel_dim3: 1 },
      ...{ cache_last_time_dim1: 1, cache_last_time_dim2: 1, cache_last_time_dim3: 1 },
    },
  })
  return write(folder, name, 'streaming-ctc', { 'model.onnx': model, 'tokens.txt': printTokens(tokens) })
}

interface CtcChanges {
  /** What the model tells of itself. */
  metadata?: object
  /** Layers so wide that change next to nothing and take the time of a real model's. */
  width?: number
}

/** A CTC model of MedASR's shape, in a folder of its own. */
export async function makeCtcModel(
  folder: string,
  name = 'tones-ctc',
  { metadata = {}, width }: CtcChanges = {},
): Promise<string> {
  const idle = width ? idleLayers(width) : { nodes: [], constants: [], output: 'x' }
  const bands = { aspirin: 40, fever: 65, cough: 83 }
  const tokens = ['<blk>', ...TONES.map((tone) => `▁${tone}`)]
  const model = encodeModel({
    nodes: [
      ...idle.nodes,
      { op: 'MatMul', inputs: [idle.output, 'weights'], outputs: ['scores'] },
      { op: 'LogSoftmax', inputs: ['scores'], outputs: ['logits'], attributes: { axis: 2 } },
      { op: 'ReduceSum', inputs: ['mask', 'axis'], outputs: ['lengths'], attributes: { keepdims: 0 } },
    ],
    constants: [
      ...idle.constants,
      matrix(
        128,
        tokens.length,
        TONES.map((tone, at) => [bands[tone], at + 1, 1]),
      ),
      { name: 'axis', dims: [1], values: numbers(1n) },
    ],
    inputs: [
      ['x', FLOAT, ['batch', 'time', 128]],
      ['mask', INT64, ['batch', 'time']],
    ],
    outputs: [
      ['logits', FLOAT, ['batch', 'time', tokens.length]],
      ['lengths', INT64, ['batch']],
    ],
    metadata: { model_type: 'medasr_ctc', vocab_size: tokens.length, subsampling_factor: 1, ...metadata },
  })
  return write(folder, name, 'medasr-ctc', { 'model.onnx': model, 'tokens.txt': printTokens(tokens) })
}

function idleLayers(width: number) {
  const layer = (name: string, rows: number, columns: number) => ({
    ...{ name, dims: [rows, columns], values: new Float32Array(rows * columns).fill(1e-6) },
  })
  return {
    nodes: [
      { op: 'MatMul', inputs: ['x', 'wide'], outputs: ['first'] },
      { op: 'MatMul', inputs: ['first', 'square'], outputs: ['second'] },
      { op: 'MatMul', inputs: ['second', 'narrow'], outputs: ['third'] },
      { op: 'Add', inputs: ['x', 'third'], outputs: ['same'] },
    ],
    constants: [layer('wide', 128, width), layer('square', width, width), layer('narrow', width, 128)],
    output: 'same',
  }
}

/**
 * A transducer of NeMo's shape. The highest tone is `coff` to it, by a little; told that `cough` may be said, it hears
 * that. A token is not said twice in a row, nor one that sounds like it; letters, which hot words are checked by, never.
 */
export async function makeTransducerModel(folder: string, name = 'tones-transducer'): Promise<string> {
  const words: [token: string, band: number, weight: number][] = [
    ['▁aspirin', 26, 1],
    ['▁fever', 45, 1],
    ['▁cough', 55, 1],
    ['▁coff', 55, 1.02],
  ]
  const letters = [...'▁abcdefghijklmnopqrstuvwxyz']
  const tokens = [...words.map(([token]) => token), ...letters, '<blk>']
  const size = tokens.length
  const bandOf = (at: number) => words[at]?.[1]
  const isNeverNext = (before: number, next: number) =>
    next < words.length ? bandOf(before) === bandOf(next) : next < size - 1
  const all = Array.from({ length: size }, (_, at) => at)
  const neverNext = all.flatMap((row) =>
    all.flatMap((column): [number, number, number][] => (isNeverNext(row, column) ? [[row, column, -1000]] : [])),
  )
  const encoder = encodeModel({
    nodes: [
      { op: 'Identity', inputs: ['audio_signal'], outputs: ['outputs'] },
      { op: 'Identity', inputs: ['length'], outputs: ['encoded_lengths'] },
    ],
    constants: [],
    inputs: [
      ['audio_signal', FLOAT, ['batch', 80, 'time']],
      ['length', INT64, ['batch']],
    ],
    outputs: [
      ['outputs', FLOAT, ['batch', 80, 'time']],
      ['encoded_lengths', INT64, ['batch']],
    ],
    metadata: {
      ...{ vocab_size: size - 1, subsampling_factor: 1, normalize_type: '', pred_rnn_layers: 1, pred_hidden: 1 },
      ...{ model_type: 'EncDecRNNTBPEModel', feat_dim: 80 },
    },
  })
  const decoder = encodeModel({
    nodes: [
      { op: 'Gather', inputs: ['weights', 'targets'], outputs: ['before'], attributes: { axis: 0 } },
      { op: 'Transpose', inputs: ['before'], outputs: ['outputs'], attributes: { perm: [0, 2, 1] } },
      { op: 'Identity', inputs: ['target_length'], outputs: ['lengths'] },
      { op: 'Identity', inputs: ['state1'], outputs: ['next1'] },
      { op: 'Identity', inputs: ['state2'], outputs: ['next2'] },
    ],
    constants: [matrix(size, size, neverNext)],
    inputs: [
      ['targets', INT32, ['batch', 'said']],
      ['target_length', INT32, ['batch']],
      ['state1', FLOAT, [1, 'batch', 1]],
      ['state2', FLOAT, [1, 'batch', 1]],
    ],
    outputs: [
      ['outputs', FLOAT, ['batch', size, 'said']],
      ['lengths', INT32, ['batch']],
      ['next1', FLOAT, [1, 'batch', 1]],
      ['next2', FLOAT, [1, 'batch', 1]],
    ],
    metadata: {},
  })
  const joiner = encodeModel({
    nodes: [
      { op: 'Transpose', inputs: ['encoder_outputs'], outputs: ['frames'], attributes: { perm: [0, 2, 1] } },
      { op: 'MatMul', inputs: ['frames', 'weights'], outputs: ['scores'] },
      { op: 'Transpose', inputs: ['decoder_outputs'], outputs: ['said'], attributes: { perm: [0, 2, 1] } },
      { op: 'Add', inputs: ['scores', 'said'], outputs: ['sum'] },
      { op: 'Unsqueeze', inputs: ['sum', 'axis'], outputs: ['outputs'] },
    ],
    constants: [
      matrix(
        80,
        size,
        words.map(([, band, weight], at) => [band, at, weight]),
      ),
      { name: 'axis', dims: [1], values: numbers(2n) },
    ],
    inputs: [
      ['encoder_outputs', FLOAT, ['batch', 80, 'time']],
      ['decoder_outputs', FLOAT, ['batch', size, 'said']],
    ],
    outputs: [['outputs', FLOAT, ['batch', 'time', 1, size]]],
    metadata: {},
  })
  const files = { 'encoder.onnx': encoder, 'decoder.onnx': decoder, 'joiner.onnx': joiner }
  return write(folder, name, 'nemo-transducer', { ...files, 'tokens.txt': printTokens(tokens) })
}

const WINDOW_SAMPLES = 160_000
const FRAME_SAMPLES = 160

/**
 * A pair of models that tell two voices apart: a low tone is one and a high tone the other. One, of pyannote's shape, says
 * who speaks in each 10 ms; the other, of WeSpeaker's, gives the mean spectrum as what a voice sounds like.
 */
export async function makeVoicesModel(folder: string, name = 'tones-voices'): Promise<string> {
  const differences: [number, number, number][] = Array.from({ length: FRAME_SAMPLES - 1 }, (_, at) => at).flatMap(
    (at): [number, number, number][] => [
      [at, at, -1],
      [at + 1, at, 1],
    ],
  )
  // Classes: nobody, one of three voices, two of three at once. Loudness and steepness tell the first two voices.
  const weights = Float32Array.from([0, 10, -10, 0, 0, 0, 0, 0, -66, 66, 0, 0, 0, 0])
  const bias = Float32Array.from([0.02, 0, 0, -9, -9, -9, -9])
  const segmentation = encodeModel({
    nodes: [
      { op: 'Reshape', inputs: ['x', 'shape'], outputs: ['frames'] },
      { op: 'Abs', inputs: ['frames'], outputs: ['loud'] },
      { op: 'ReduceMean', inputs: ['loud'], outputs: ['loudness'], attributes: { axes: [2], keepdims: 1 } },
      { op: 'MatMul', inputs: ['frames', 'weights'], outputs: ['slopes'] },
      { op: 'Abs', inputs: ['slopes'], outputs: ['steep'] },
      { op: 'ReduceMean', inputs: ['steep'], outputs: ['steepness'], attributes: { axes: [2], keepdims: 1 } },
      { op: 'Concat', inputs: ['loudness', 'steepness'], outputs: ['features'], attributes: { axis: 2 } },
      { op: 'MatMul', inputs: ['features', 'classes'], outputs: ['scores'] },
      { op: 'Add', inputs: ['scores', 'bias'], outputs: ['y'] },
    ],
    constants: [
      { name: 'shape', dims: [3], values: numbers(-1n, BigInt(WINDOW_SAMPLES / FRAME_SAMPLES), BigInt(FRAME_SAMPLES)) },
      matrix(FRAME_SAMPLES, FRAME_SAMPLES, differences),
      { name: 'classes', dims: [2, 7], values: weights },
      { name: 'bias', dims: [7], values: bias },
    ],
    inputs: [['x', FLOAT, ['batch', 1, WINDOW_SAMPLES]]],
    outputs: [['y', FLOAT, ['batch', WINDOW_SAMPLES / FRAME_SAMPLES, 7]]],
    metadata: {
      ...{ model_type: 'pyannote-segmentation-3.0', sample_rate: 16_000, window_size: WINDOW_SAMPLES, version: 1 },
      ...{ receptive_field_size: FRAME_SAMPLES, receptive_field_shift: FRAME_SAMPLES },
      ...{ num_speakers: 3, powerset_max_classes: 2, num_classes: 7 },
    },
  })
  const embedding = encodeModel({
    nodes: [
      { op: 'ReduceMean', inputs: ['x'], outputs: ['spectrum'], attributes: { axes: [1], keepdims: 0 } },
      { op: 'ReduceMean', inputs: ['spectrum'], outputs: ['level'], attributes: { axes: [1], keepdims: 1 } },
      { op: 'Sub', inputs: ['spectrum', 'level'], outputs: ['shape'] },
      { op: 'Relu', inputs: ['shape'], outputs: ['peaks'] },
      { op: 'Mul', inputs: ['peaks', 'peaks'], outputs: ['y'] },
    ],
    constants: [],
    inputs: [['x', FLOAT, ['batch', 'time', 80]]],
    outputs: [['y', FLOAT, ['batch', 80]]],
    metadata: {
      ...{ framework: 'wespeaker', language: 'en', output_dim: 80, sample_rate: 16_000, normalize_samples: 1 },
      ...{ version: 1, url: '', comment: '', feature_normalize_type: '' },
    },
  })
  return write(folder, name, 'voices', { 'segmentation.onnx': segmentation, 'embedding.onnx': embedding })
}

/** A model of Silero's shape that takes for speech what is loud. */
export async function makeActivityModel(folder: string, name = 'loud-activity'): Promise<string> {
  const model = encodeModel({
    nodes: [
      { op: 'Abs', inputs: ['input'], outputs: ['loud'] },
      { op: 'ReduceMean', inputs: ['loud'], outputs: ['loudness'], attributes: { axes: [1], keepdims: 1 } },
      { op: 'Mul', inputs: ['loudness', 'slope'], outputs: ['steep'] },
      { op: 'Add', inputs: ['steep', 'bias'], outputs: ['score'] },
      { op: 'Sigmoid', inputs: ['score'], outputs: ['output'] },
      { op: 'Identity', inputs: ['state'], outputs: ['stateN'] },
    ],
    constants: [
      { name: 'slope', dims: [1], values: Float32Array.from([200]) },
      { name: 'bias', dims: [1], values: Float32Array.from([-4]) },
    ],
    inputs: [
      ['input', FLOAT, [1, 'samples']],
      ['state', FLOAT, [2, 1, 128]],
      ['sr', INT64, [1]],
    ],
    outputs: [
      ['output', FLOAT, [1, 1]],
      ['stateN', FLOAT, [2, 1, 128]],
    ],
    metadata: {},
  })
  return write(folder, name, 'activity', { 'silero_vad.onnx': model })
}

/** A WAV file of tones, each half a second after half a second of silence. */
export function playTones(...tones: Tone[]): Promise<string> {
  const when = (tone: Tone, at: number) => `between(t,${at + 0.5},${at + 1})*0.3*sin(2*PI*${HERTZ[tone]}*t)`
  return synthesize(`aevalsrc='${tones.map(when).join('+')}':s=16000`, tones.length + 0.5, 'wav')
}

/** A WAV file in which two voices take turns, each three seconds: a low tone and a high one, with pauses between. */
export function playVoices(turns: number): Promise<string> {
  const when = (at: number) => `between(t,${at * 3 + 0.3},${at * 3 + 2.7})*0.3*sin(2*PI*${at % 2 ? 600 : 200}*t)`
  const sum = Array.from({ length: turns }, (_, at) => when(at)).join('+')
  return synthesize(`aevalsrc='${sum}':s=16000`, turns * 3, 'wav')
}

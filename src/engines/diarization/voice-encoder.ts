import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { childEnvironment } from '../../platform/child-environment.ts'
import { confineRecognizer } from '../../platform/confine.ts'
import { type EmbedVoices, readEmbeddings } from './voice-embedder.ts'

const PROGRAM = fileURLToPath(new URL('../runtime/python/voice_embeddings.py', import.meta.url))
/** Whoever hears at the same time has the other cores. */
const ONE_CORE = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' }
/** Fifty times what 300 pieces took on one core: a machine that is busy must not change who is found. */
const LIMIT_MS = 120_000

/**
 * Embeds by the encoder of Resemblyzer, in a Python process for each recording: it is there after 0.3 s and takes 8 ms a
 * piece on one core. Nobody reads what it says on standard error. The result throws when it fails, or takes over two
 * minutes.
 * @param python an interpreter that has numpy
 * @param weights path of `pretrained.pt`, whose digest was checked
 */
export function openVoiceEncoder(python: string, weights: string): EmbedVoices {
  return async (path, pieces, signal) => {
    signal.throwIfAborted()
    const [program = python, ...words] = [...(await confineRecognizer()).words, python, PROGRAM, weights, path]
    const { stdout } = await execa(program, words, {
      ...{
        input: JSON.stringify(pieces.map(({ startMs, endMs }) => [startMs, endMs])),
        extendEnv: false,
        env: childEnvironment(ONE_CORE),
      },
      ...{ encoding: 'buffer', stderr: 'ignore', cancelSignal: signal, timeout: LIMIT_MS, forceKillAfterDelay: 1000 },
    }).catch((error) => {
      signal.throwIfAborted()
      throw error
    })
    return readEmbeddings(stdout)
  }
}

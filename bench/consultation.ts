import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'

const SCRIPTS = ['breath', 'child', 'head', 'knee', 'sugar']
/** As many lines of the scripts as flite speaks in a little under ten minutes. */
const LINES = 109

export interface BenchRecording {
  /** 16 kHz mono, as both sides of the comparison read it. */
  wav: string
  /** What was spoken, without who spoke. */
  reference: string
}

const FOLDER = join(import.meta.dirname, 'out')

/** The ten-minute consultation of the bench, spoken by flite on the first call and kept in bench/out. */
export async function makeConsultation(): Promise<BenchRecording> {
  const wav = join(FOLDER, 'consultation.wav')
  const script = join(FOLDER, 'consultation.txt')
  if (!existsSync(wav)) {
    await mkdir(FOLDER, { recursive: true })
    const texts = SCRIPTS.map((name) => readFile(join(import.meta.dirname, 'consultations', `${name}.txt`), 'utf8'))
    const lines = (await Promise.all(texts)).join('').split('\n').slice(0, LINES)
    await writeFile(script, `${lines.join('\n')}\n`)
    console.error('speaking a consultation of ten minutes …')
    await execa('sh', [join(import.meta.dirname, '../samples/make.sh'), script, wav])
  }
  return { wav, reference: (await readFile(script, 'utf8')).replace(/^\w+: /gm, '') }
}

import { printFigure } from '../figures.ts'
import type { Hearing } from './hear.ts'
import { readRecordings } from './recordings.ts'

/** Words written of noise, music, coughs and silence, in which nobody speaks. */
export async function measureInvented({ hear }: Hearing): Promise<void> {
  const total = { osler: 0, alone: 0, batched: 0 }
  const unwarned: string[] = []
  const silent = (await readRecordings()).filter(({ language }) => language === 'zxx')
  for (const recording of silent) {
    console.error(`hearing ${recording.id} …`)
    const { osler, alone, batched } = await hear(recording)
    const count = osler.items.flatMap(({ words }) => words).length
    total.osler += count
    total.alone += alone.words.length
    total.batched += batched.words.length
    if (count > 0 && osler.warnings.length === 0) unwarned.push(recording.id)
  }
  const minutes = Math.round(silent.reduce((sum, { seconds }) => sum + seconds, 0) / 60)
  const others = `faster-whisper ${total.alone}, batched ${total.batched}`
  printFigure(
    `words invented where nobody speaks (${silent.length} files, ${minutes} min; ${others})`,
    String(total.osler),
    '0',
  )
  printFigure('files with such words and no warning', String(unwarned.length), '0')
  if (unwarned.length > 0) console.log(`  ${unwarned.join(', ')}`)
}

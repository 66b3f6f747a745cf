import { printTime } from '../format.ts'
import { t } from '../texts.ts'

/** A line of a transcript: here somebody paused the recording. */
export const PauseMark = ({ startMs }: { startMs: number }) => (
  <li class="pause">{t('pausedAt', printTime(startMs))}</li>
)

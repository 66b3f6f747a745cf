import { estimateAccuracy } from '../../../src/domain/accuracy.ts'
import { printPercent } from '../format.ts'
import { t } from '../texts.ts'
import type { VersionedTranscript } from '../types.ts'

/** The engine that comes with Osler, which needs no model and hears least. */
const BUILT_IN = 'pocketsphinx'

/** Which engine heard a visit, and how well by its own count; said aloud where that is the one to be wary of. */
export function Hearing({ of: { engine, model, items } }: { of: VersionedTranscript }) {
  const accuracy = estimateAccuracy(items)
  // Words that came without sound were not heard.
  if (accuracy === undefined) return null
  return (
    <>
      {engine === BUILT_IN && <p class="warning">{t('builtInHearing')}</p>}
      <p class="quiet small">{t('heardBy', `${engine} ${model}`, printPercent(accuracy))}</p>
    </>
  )
}

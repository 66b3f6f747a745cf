import { isPocketsphinxInstalled, openPocketsphinx } from './pocketsphinx.ts'
import type { Recognizer } from './recognizer.ts'

interface Offer {
  isInstalled(): Promise<boolean>
  open(): Recognizer
}

/** Every recogniser, best first. Adding one is one entry here and one name in OSLER_SPEECH. */
const RECOGNIZERS = {
  pocketsphinx: { isInstalled: isPocketsphinxInstalled, open: openPocketsphinx },
} satisfies Record<string, Offer>

export type RecognizerName = keyof typeof RECOGNIZERS

/** The recognisers that are wanted and installed, best first; nothing is loaded before the first recording. */
export async function openRecognizers(wanted: RecognizerName | 'auto'): Promise<Recognizer[]> {
  const offers: Offer[] = wanted === 'auto' ? Object.values(RECOGNIZERS) : [RECOGNIZERS[wanted]]
  const installed = await Promise.all(offers.map((offer) => offer.isInstalled()))
  return offers.filter((_, index) => installed[index]).map((offer) => offer.open())
}

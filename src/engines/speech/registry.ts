import { OslerError } from '../../domain/errors.ts'
import { type OpenAiSpeech, openOpenAiRecognizer } from './openai.ts'
import { isPocketsphinxInstalled, openPocketsphinx } from './pocketsphinx.ts'
import type { Recognizer } from './recognizer.ts'

interface Offer {
  /** Whether what it needs is configured or installed. */
  isThere(place: OpenAiSpeech): Promise<boolean> | boolean
  /** What to do where it is not. */
  needs: string
  open(place: OpenAiSpeech): Recognizer
}

/** Every recogniser, best first. Adding one is one entry here and one name in OSLER_SPEECH. */
const RECOGNIZERS = {
  openai: {
    isThere: ({ urls }) => urls.length > 0,
    needs: 'OSLER_SPEECH_URL, the base of an OpenAI-compatible API such as http://127.0.0.1:8000/v1',
    open: openOpenAiRecognizer,
  },
  pocketsphinx: {
    isThere: isPocketsphinxInstalled,
    needs: 'the packages of `apt-get install pocketsphinx pocketsphinx-en-us`',
    open: () => openPocketsphinx(),
  },
} satisfies Record<string, Offer>

export type RecognizerName = keyof typeof RECOGNIZERS

/**
 * The recognisers that are wanted and there, best first; nothing is loaded before the first recording. With `local`
 * the others stand behind the wanted one. Throws `request_invalid` when a server is wanted and not configured.
 */
export async function openRecognizers(
  wanted: RecognizerName | 'auto',
  place: OpenAiSpeech,
  fallback: 'none' | 'local',
): Promise<Recognizer[]> {
  if (wanted === 'openai' && !RECOGNIZERS.openai.isThere(place)) {
    throw new OslerError('request_invalid', `OSLER_SPEECH is "openai", which needs ${RECOGNIZERS.openai.needs}.`)
  }
  const names = Object.keys(RECOGNIZERS) as RecognizerName[]
  const others = fallback === 'local' ? names.filter((name) => name !== wanted && name !== 'openai') : []
  const offers: Offer[] = (wanted === 'auto' ? names : [wanted, ...others]).map((name) => RECOGNIZERS[name])
  const there = await Promise.all(offers.map((offer) => offer.isThere(place)))
  return offers.filter((_, at) => there[at]).map((offer) => offer.open(place))
}

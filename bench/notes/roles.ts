import { findRoles, type Turn } from '../../src/clinical/en/speaker-roles.ts'
import { readSentences } from '../../src/clinical/en/words.ts'
import { type Encounter, joinTokens, readEncounters } from './dialogues.ts'
import { scoreWith } from './score.ts'

type Said = Encounter['turns']

/** How a conversation comes: in turns, in sentences, or in turns of voices that were told apart. */
const WAYS = {
  turns: { cut: (said: Said) => said, read: ({ text }): Turn => ({ text }) },
  sentences: { cut: cutSentences, read: ({ text }): Turn => ({ text }) },
  voices: { cut: (said: Said) => said, read: ({ text, speaker }): Turn => ({ text, voice: speaker }) },
} satisfies Record<string, { cut: (said: Said) => Said; read: (turn: Said[number]) => Turn }>

const GUEST_OF_PATIENT = /^patient_guest$|^guest_family$/

/**
 * The share of words of ACI-BENCH's validation part that get the right role; unspecified is wrong. Without its `aci`
 * dialogues: in many of them doctor and patient are changed about.
 */
export async function scoreRoles(way: keyof typeof WAYS): Promise<number> {
  const { cut, read } = WAYS[way]
  const encounters = (await readEncounters('valid')).filter(({ subset }) => subset !== 'aci')
  const conversations = encounters.map(({ turns }) => cut(turns))
  const found = conversations.flatMap((said) => findRoles(said.map(read)).map(({ role }) => role))
  const given = conversations
    .flat()
    .map(({ speaker, text }) => ({ speaker: speaker.replace(GUEST_OF_PATIENT, 'patient'), text }))
  return (await scoreWith<{ word_accuracy: number }>('roles', 'turn_accuracy', given, found)).word_accuracy
}

function cutSentences(said: Said): Said {
  return said.flatMap(({ speaker, text }) =>
    readSentences(joinTokens(text)).map((sentence) => ({ speaker, text: sentence })),
  )
}

import { findRoles, type Turn } from '../../src/clinical/en/speaker-roles.ts'
import { readSentences } from '../../src/clinical/en/words.ts'
import { type Encounter, joinTokens, readEncounters } from './dialogues.ts'

type Said = Encounter['turns']

/** How a conversation comes: in turns, in sentences, or in turns of voices that were told apart. */
const WAYS = {
  turns: { cut: (said: Said) => said, read: ({ text }): Turn => ({ text }) },
  sentences: { cut: cutSentences, read: ({ text }): Turn => ({ text }) },
  voices: { cut: (said: Said) => said, read: ({ text, speaker }): Turn => ({ text, voice: speaker }) },
} satisfies Record<string, { cut: (said: Said) => Said; read: (turn: Said[number]) => Turn }>

/** Whoever comes with the patient or works with the doctor counts as they do; others do not count. */
const ROLES: Readonly<Record<string, string>> = {
  ...{ doctor: 'doctor', guest_clinician: 'doctor' },
  ...{ patient: 'patient', patient_guest: 'patient', guest_family: 'patient' },
}

/**
 * The share of words of ACI-BENCH's validation part that get the right role; unspecified is wrong. Without its `aci`
 * dialogues: in many of them doctor and patient are changed about.
 */
export async function scoreRoles(way: keyof typeof WAYS): Promise<number> {
  const { cut, read } = WAYS[way]
  const encounters = (await readEncounters('valid')).filter(({ subset }) => subset !== 'aci')
  const conversations = encounters.map(({ turns }) => cut(turns))
  const found = conversations.flatMap((said) => findRoles(said.map(read)).map(({ role }) => role))
  const counts = { right: 0, all: 0 }
  for (const [at, { speaker, text }] of conversations.flat().entries()) {
    const role = ROLES[speaker]
    if (role === undefined) continue
    const words = text.split(/\s+/).filter(Boolean).length
    counts.all += words
    if (found[at] === role) counts.right += words
  }
  return counts.right / counts.all
}

function cutSentences(said: Said): Said {
  return said.flatMap(({ speaker, text }) =>
    readSentences(joinTokens(text)).map((sentence) => ({ speaker, text: sentence })),
  )
}

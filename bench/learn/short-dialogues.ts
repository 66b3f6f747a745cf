import type { SaidTurn } from '../../src/clinical/en/section-headers.ts'
import { readJson } from '../notes/dialogues.ts'

/** A short dialogue of MTS-Dialog, with the section of a note that was written from it. */
export interface ShortDialogue {
  id: string
  section_header: string
  section_text: string
  turns: { speaker: string; text: string }[]
}

export const readShortDialogues = (split: 'train' | 'valid') =>
  readJson<ShortDialogue[]>(`data/mts-dialog/${split}.json`)

/** A guest of the clinician's side is counted with the doctor, one of the family with the patient. */
export const toSaidTurns = ({ turns }: Pick<ShortDialogue, 'turns'>): SaidTurn[] =>
  turns.map(({ speaker, text }) => ({ text, speaker: /doctor|clinician/.test(speaker) ? 'doctor' : 'patient' }))

const FOLDS = 5

/** Each case is for measuring once and for learning in the other folds. */
export function splitFolds<Case>(cases: readonly Case[]): { learn: Case[]; measure: Case[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    learn: cases.filter((_, index) => index % FOLDS !== fold),
    measure: cases.filter((_, index) => index % FOLDS === fold),
  }))
}

/**
 * A voice that was told apart in a recording. PATIENT DATA: its embedding is what the voice sounds like on the average; it
 * serves to know the voice again in the same consultation, is shown to nobody, and goes with the transcript.
 */
export interface Voice {
  /** `SPEAKER_01` */
  label: string
  embedding: number[]
  /** How much speech the embedding is of. */
  speechMs: number
}

export const labelOf = (voice: number) => `SPEAKER_${String(voice + 1).padStart(2, '0')}`

import { type LiveChange, type OpenText, openTextOf } from '../domain/live.ts'

type Place = { recordingId: string; consultationId: string }

/**
 * What is being said at this moment in the recordings that this process hears, for who looks on. PATIENT DATA: in memory
 * alone, and no longer than until it is final.
 */
export class OpenTexts {
  readonly #recordings = new Map<string, { consultationId: string; texts: Map<string, OpenText> }>()
  readonly #onChange: (consultationId: string) => void

  constructor(onChange: (consultationId: string) => void) {
    this.#onChange = onChange
  }

  take({ recordingId, consultationId }: Place, change: LiveChange): void {
    if (change.type !== 'partial' && change.type !== 'final') return
    const { texts } = this.#recordings.get(recordingId) ?? { texts: new Map<string, OpenText>() }
    if (change.type === 'partial') texts.set(change.id, openTextOf(change))
    else texts.delete(change.id)
    this.#recordings.set(recordingId, { consultationId, texts })
    this.#onChange(consultationId)
  }

  /** Nothing more is heard of the recording here. */
  forget({ recordingId, consultationId }: Place): void {
    this.#recordings.delete(recordingId)
    this.#onChange(consultationId)
  }

  read(consultationId: string): OpenText[] {
    const own = [...this.#recordings.values()].filter((recording) => recording.consultationId === consultationId)
    return own.flatMap(({ texts }) => [...texts.values()])
  }
}

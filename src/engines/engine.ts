/** What all engines have in common. */
export interface Engine extends AsyncDisposable {
  /** `whisper` */
  readonly name: string
  /** Kept with what it made; the engine's own name where there is no model. */
  readonly model: string
  /** Whether it can work now. Throws an `OslerError` that says what is wrong and what to do. */
  checkHealth(signal: AbortSignal): Promise<void>
}

/** A kind of engine in a registry. */
export interface EngineOffer<Port, Place> {
  /** Those that are configured or installed, best first; nothing is loaded yet. */
  open(place: Place): Promise<Port[]>
  /** What to do where there are none. */
  needs: string
}

/** Every engine of a registry that is there, in its order. */
export async function openAll<Port, Place>(
  offers: Readonly<Record<string, EngineOffer<Port, Place>>>,
  place: Place,
): Promise<Port[]> {
  return (await Promise.all(Object.values(offers).map(({ open }) => open(place)))).flat()
}

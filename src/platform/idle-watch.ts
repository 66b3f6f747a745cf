/** Who calls when nobody has been at work for so long. */
export interface IdleWatch {
  /** Somebody is at work, until this is disposed of. */
  begin(): Disposable
  /** Nothing is called any more, unless somebody begins again. */
  stop(): void
}

/** Idleness counts from the end of the last of those who were at work side by side. */
export function watchIdle(idleMs: number, onIdle: () => void): IdleWatch {
  let atWork = 0
  let timer: NodeJS.Timeout | undefined
  return {
    begin() {
      clearTimeout(timer)
      atWork++
      return {
        [Symbol.dispose]() {
          if (--atWork === 0) timer = setTimeout(onIdle, idleMs).unref()
        },
      }
    },
    stop: () => clearTimeout(timer),
  }
}

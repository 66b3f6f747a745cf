/**
 * Keeps the screen on, since a phone that sleeps stops its microphone; answers how to let it go. A browser lets go of it
 * when the page is out of sight, so it is asked again when it comes back. Where it cannot be had, nothing is different.
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let isWanted = true
  async function ask() {
    if (document.visibilityState !== 'visible') return
    const asked = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (isWanted) lock = asked
    else await asked?.release()
  }
  void ask()
  addEventListener('visibilitychange', ask)
  return () => {
    isWanted = false
    removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}

import { setImmediate } from 'node:timers/promises'

/**
 * Lets so many go on in one turn of the event loop and the others in the next ones, in the order they came: what one event
 * makes hundreds do is no pause for who asks meanwhile.
 */
export function openTurnstile(mostATurn: number): () => Promise<void> {
  let [passed, turn] = [0, Promise.resolve()]
  return () => {
    if (passed++ % mostATurn === 0) turn = turn.then(() => setImmediate())
    return turn
  }
}

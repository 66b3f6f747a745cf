import type { Message as Value } from '../use.ts'

/** What happened, read out by screen readers as it changes. */
export function Message({ message }: { message: Value | undefined }) {
  return (
    <p class={message?.isBad ? 'message bad' : 'message'} role={message?.isBad ? 'alert' : 'status'}>
      {message?.text}
    </p>
  )
}

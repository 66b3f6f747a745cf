import { useEffect } from 'preact/hooks'
import { Message } from '../parts/message.tsx'
import { goBeside } from '../provider.ts'
import { t } from '../texts.ts'
import { useAttempt } from '../use.ts'

/** A window beside a page that is locked: it leaves for the organisation's provider at once. */
export function ProviderPage() {
  const { message, attempt } = useAttempt()
  useEffect(() => void attempt(goBeside), [])
  return (
    <div class="card sign-in">
      <h1>{t('withProvider')}</h1>
      <Message message={message} />
    </div>
  )
}

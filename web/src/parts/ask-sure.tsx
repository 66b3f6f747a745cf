import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'

interface Question {
  text: string
  /** What the button says that does it. */
  yes: string
  resolve: (isSure: boolean) => void
}

let show: ((question: Question) => void) | undefined

/** Asks before what cannot be undone. */
export const askSure = (text: string, yes: string): Promise<boolean> =>
  new Promise((resolve) => (show ? show({ text, yes, resolve }) : resolve(false)))

/** Where the questions of `askSure` are asked; once a page. */
export function AskSure() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [question, setQuestion] = useState<Question>()
  useEffect(() => {
    show = setQuestion
  }, [])
  useEffect(() => {
    if (question) dialog.current?.showModal()
  }, [question])
  const answer = () => {
    question?.resolve(dialog.current?.returnValue === 'yes')
    setQuestion(undefined)
    if (dialog.current) dialog.current.returnValue = ''
  }
  return (
    <dialog ref={dialog} aria-labelledby="sure" onClose={answer}>
      <p id="sure">{question?.text}</p>
      <form method="dialog" class="tools">
        <button type="submit" value="yes" class="main">
          {question?.yes}
        </button>
        <button type="submit" value="no">
          {t('cancel')}
        </button>
      </form>
    </dialog>
  )
}

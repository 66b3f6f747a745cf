import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'

interface Question {
  text: string
  /** What the button says that does it. */
  yes: string
  /** What is chosen beside it. */
  choice?: Choice
  resolve: (isSure: boolean) => void
}

interface Choice {
  label: string
  options: readonly (readonly [value: string, text: string])[]
  chosen: string
}

let show: ((question: Question) => void) | undefined

/** Asks before what cannot be undone. */
export const askSure = (text: string, yes: string): Promise<boolean> =>
  new Promise((resolve) => (show ? show({ text, yes, resolve }) : resolve(false)))

/** The same with one of several to choose, the first at first; undefined for who is not sure. */
export async function askWhich<Value extends string>(
  text: string,
  yes: string,
  { label, options }: { label: string; options: readonly (readonly [value: Value, text: string])[] },
): Promise<Value | undefined> {
  const choice: Choice = { label, options, chosen: options[0]?.[0] ?? '' }
  const isSure = await new Promise<boolean>((resolve) => (show ? show({ text, yes, choice, resolve }) : resolve(false)))
  return isSure ? (choice.chosen as Value) : undefined
}

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
        {question?.choice && <ChoiceField choice={question.choice} />}
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

const ChoiceField = ({ choice }: { choice: Choice }) => (
  <label>
    {choice.label}{' '}
    <select
      onChange={(event) => {
        choice.chosen = event.currentTarget.value
      }}
    >
      {choice.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

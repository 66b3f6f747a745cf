import type { RefObject } from 'preact'
import { type TextName, t } from '../texts.ts'

const KEYS: [key: string, does: TextName][] = [
  ['?', 'keyHelp'],
  ['/', 'keySearch'],
  ['n, t', 'keyPlaces'],
  ['↑ ↓ ← →', 'keyRoving'],
  ['r', 'keyReview'],
  ['space', 'keyPlay'],
  ['j, k', 'keyMove'],
  ['p', 'keyEvidence'],
  ['e', 'keyEdit'],
  ['Del', 'keyDelete'],
  ['Alt ↑ ↓', 'keyOrder'],
  ['Esc', 'keyLeave'],
]

/** What the keyboard does, on `?`. */
export function KeysHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys')}</h2>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t('close')}</button>
      </form>
    </dialog>
  )
}

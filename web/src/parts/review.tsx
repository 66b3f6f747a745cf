import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { session } from '../session.ts'
import { t } from '../texts.ts'
import type { Statement } from '../types.ts'
import type { Check, useChecks } from '../use-checks.ts'
import { StatementField } from './statement-field.tsx'
import { Unsure } from './unsure.tsx'

interface Props {
  review: ReturnType<typeof useChecks>
  onPlay: (evidence: readonly string[]) => void
  /** Saves other statements in place of one; of what was left out, in addition. */
  onChange: (check: Check, instead: Statement[]) => Promise<boolean>
  onSign: () => unknown
  onClose: () => void
}

/** What is looked at, and its number when it was seen last: the list changes when the server has looked again. */
interface Place {
  id: string | undefined
  at: number
}

/** What is to be looked at, one after the other, by keys: Space plays, Enter accepts, E changes, Delete removes. */
export function Review({ review, onPlay, onChange, onSign, onClose }: Props) {
  const { checks, isChecked, mark } = review
  const isLeft = (one: Check) => !isChecked(one)
  const dialog = useRef<HTMLDialogElement>(null)
  const { at, check, go, goOn } = usePlace(checks, isLeft)
  // Of this one alone: what takes its place is to be looked at first.
  const [edited, setEdited] = useState<string>()
  const isEdited = check !== undefined && check.id === edited
  useEffect(() => dialog.current?.showModal(), [])
  // At once, not after the next picture: a key that is pressed meanwhile would be nobody's.
  useLayoutEffect(() => {
    if (!isEdited) dialog.current?.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [at, isEdited, check?.id])
  const accept = () => {
    if (check) mark(check)
    goOn()
  }
  /** What was changed or removed is no check any more: the next one takes its place. */
  const change = async (instead: Statement[]) => {
    if (!check || !(await onChange(check, instead))) return
    if (!check.statement) accept()
    setEdited(undefined)
  }
  const acts: Acts = {
    play: () => check && onPlay(check.items.map(({ id }) => id)),
    edit: () => setEdited(check?.id),
    remove: () => (check?.statement ? void change([]) : accept()),
    ...{ accept, go },
  }
  return (
    <dialog
      ref={dialog}
      class="reviewing"
      aria-labelledby="review-title"
      onKeyDown={(event) => check && press(event, acts)}
      onClose={onClose}
    >
      <h2 id="review-title">{t('review')}</h2>
      <progress value={review.checked} max={Math.max(1, checks.length)} aria-label={t('review')} />
      <p class="quiet small">{t('checkedOf', review.checked, checks.length)}</p>
      {check ? (
        <>
          <CheckView key={check.id} {...{ check, isEdited }} onSave={change} onLeave={() => setEdited(undefined)} />
          <Buttons check={check} acts={acts} />
        </>
      ) : (
        <Done onSign={onSign} />
      )}
      <form method="dialog">
        <button type="submit">{t('close')}</button>
      </form>
    </dialog>
  )
}

/** What is looked at, and how to go to another. */
function usePlace(checks: readonly Check[], isLeft: (one: Check) => boolean) {
  const [place, setPlace] = useState<Place>(() => ({ at: 0, id: (checks.find(isLeft) ?? checks[0])?.id }))
  const at = findPlace(checks, isLeft, place)
  const check = checks[at]
  useEffect(() => setPlace({ at, id: check?.id }), [check?.id])
  const goTo = (next: number) => setPlace({ at: next, id: checks[next]?.id })
  return {
    at,
    check,
    go: (by: number) => goTo(Math.max(0, at + by)),
    /** To the next one that nobody has accepted, which may stand before this one; behind the last when none is left. */
    goOn: () => {
      const isNext = (one: Check) => one.id !== check?.id && isLeft(one)
      const behind = checks.findIndex((one, index) => index > at && isNext(one))
      const next = behind < 0 ? checks.findIndex(isNext) : behind
      goTo(next < 0 ? checks.length : next)
    },
  }
}

/** Where it stands now; where it was changed or removed, the next one; behind the last, what came meanwhile. */
function findPlace(checks: readonly Check[], isLeft: (one: Check) => boolean, { id, at }: Place): number {
  const found = checks.findIndex((one) => one.id === id)
  if (found >= 0) return found
  if (id !== undefined && at < checks.length) return at
  const left = checks.findIndex(isLeft)
  return left < 0 ? checks.length : left
}

const Done = ({ onSign }: Pick<Props, 'onSign'>) => (
  <div class="tools">
    <p class="signed">{t('allChecked')}</p>
    {session.may('sign') && (
      <button type="button" class="main" data-focus onClick={onSign}>
        {t('sign')} <kbd>↵</kbd>
      </button>
    )}
  </div>
)

/** What can be done with what is looked at. */
interface Acts {
  play: () => void
  accept: () => void
  edit: () => void
  remove: () => void
  go: (by: number) => void
}

function press(event: KeyboardEvent, { play, accept, edit, remove, go }: Acts): void {
  const target = event.target as HTMLElement
  const isOwn = target.matches('textarea') || (target.matches('button') && /^(?: |Enter)$/.test(event.key))
  const keys: Record<string, () => void> = {
    ...{ ' ': play, Enter: accept, e: edit, Delete: remove, Backspace: remove },
    ...{ ArrowRight: () => go(1), ArrowLeft: () => go(-1) },
  }
  const act = isOwn ? undefined : keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

function Buttons({ check, acts: { play, accept, edit, remove } }: { check: Check; acts: Acts }) {
  return (
    <div class="tools">
      <button type="button" onClick={play} disabled={check.items.length === 0}>
        {t('play')} <kbd>{t('space')}</kbd>
      </button>
      <button type="button" class="main" onClick={accept}>
        {t('accept')} <kbd>↵</kbd>
      </button>
      <button type="button" onClick={edit}>
        {t(check.statement ? 'edit' : 'addToNote')} <kbd>E</kbd>
      </button>
      {check.statement && (
        <button type="button" onClick={remove}>
          {t('reject')} <kbd>{t('deleteKey')}</kbd>
        </button>
      )}
      <small>← →</small>
    </div>
  )
}

interface ViewProps {
  check: Check
  isEdited: boolean
  onSave: (instead: Statement[]) => Promise<void>
  onLeave: () => void
}

function CheckView({ check: { title, statement, items, reasons }, isEdited, onSave, onLeave }: ViewProps) {
  const first = statement?.text ?? items.at(-1)?.text ?? ''
  const save = async (text: string) => {
    if (text === '' || text === statement?.text) return onLeave()
    await onSave([{ evidence: items.map(({ id }) => id), ...statement, text, support: 'entered' }])
  }
  return (
    <div tabIndex={-1} data-focus>
      <p class="tools">
        <small>{title}</small>
        {reasons.map((reason) => (
          <span key={reason} class={`chip ${/allergy|medicine|number/.test(reason) ? '' : 'review'}`}>
            {t(`is_${reason}`)}
          </span>
        ))}
      </p>
      {isEdited ? (
        <StatementField text={first} onSave={save} onLeave={onLeave} />
      ) : (
        <p class="said" dir="auto">
          {statement ? statement.text : t('notInNote')}
        </p>
      )}
      {items.map((item) => (
        <blockquote key={item.id} dir="auto">
          <small>{t(item.speaker)}:</small> <Unsure item={item} />
        </blockquote>
      ))}
    </div>
  )
}

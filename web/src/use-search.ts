import { useEffect, useRef, useState } from 'preact/hooks'
import type { Place, VisitState } from '../../src/domain/search.ts'
import { send } from './api.ts'
import type { Consultation } from './types.ts'
import { useAttempt } from './use.ts'

/** What a person looks for; days as `2026-12-31`. `reviewFirst` has all, what is to be reviewed before the others. */
export interface Wanted {
  words: string
  patient: string
  medicine: string
  from: string
  until: string
  state: VisitState | 'all' | 'reviewFirst'
}

export const NOTHING_WANTED: Wanted = { words: '', patient: '', medicine: '', from: '', until: '', state: 'all' }

export type Found = Consultation & { places: Place[] }

interface Answer {
  consultations: Found[]
  unsearchable: number
}

/** Asked for one after the other; undefined for all. */
type States = (VisitState | undefined)[]

const PAGE = 20
/** Behind the last key that was pressed. */
const TYPING_MS = 250
const DAY_MS = 86_400_000

/** The consultations that have what is wanted; undefined while nothing is wanted, or nothing was answered yet. */
export function useSearch(wanted: Wanted, sent: number) {
  const { message, attempt } = useAttempt()
  const [found, setFound] = useState<Answer & { next: States }>()
  const asked = useRef('')
  const what = JSON.stringify(wanted)
  const isWanted = what !== JSON.stringify(NOTHING_WANTED)

  const read = async (states: States, before?: Answer) => {
    asked.current = what
    const last = before?.consultations.at(-1)?.id
    const answer = await attempt(() => readPages(wanted, states, last))
    // What was answered late is not what is wanted by now.
    if (!answer || asked.current !== what) return
    setFound({ ...answer, consultations: [...(before?.consultations ?? []), ...answer.consultations] })
  }
  useEffect(() => {
    asked.current = ''
    if (!isWanted) return setFound(undefined)
    const timer = setTimeout(() => void read(statesOf(wanted)), TYPING_MS)
    return () => clearTimeout(timer)
  }, [what, sent])
  return {
    message,
    isWanted,
    found: isWanted ? found : undefined,
    readMore: found && found.next.length > 0 ? () => read(found.next, found) : undefined,
  }
}

function statesOf({ state }: Wanted): States {
  if (state === 'reviewFirst') return ['toReview', 'notToReview']
  return [state === 'all' ? undefined : state]
}

/** A page, filled up by what comes behind it; and the states that are still to be asked for. */
async function readPages(
  wanted: Wanted,
  [state, ...others]: States,
  before?: string,
): Promise<Answer & { next: States }> {
  const answer = await send<Answer>('POST', '/api/consultations/search', {
    ...bodyOf(wanted),
    state,
    before,
    limit: PAGE,
  })
  if (answer.consultations.length === PAGE) return { ...answer, next: [state, ...others] }
  if (others.length === 0) return { ...answer, next: [] }
  const behind = await readPages(wanted, others)
  return { ...behind, consultations: [...answer.consultations, ...behind.consultations] }
}

/** Days are whole, in this place's time. */
function bodyOf({ words, patient, medicine, from, until }: Wanted) {
  const begin = (day: string, days: number) =>
    new Date(new Date(`${day}T00:00`).getTime() + days * DAY_MS).toISOString()
  return {
    ...{ words, patient, medicine },
    ...(from && { from: begin(from, 0) }),
    ...(until && { until: begin(until, 1) }),
  }
}

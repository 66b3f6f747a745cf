import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson } from './api.ts'
import type { Consultation } from './types.ts'
import { useAttempt } from './use.ts'

const PAGE = 50
/** While something is under way the list is read so often. */
const AGAIN_MS = 300

/** The consultations, newest first, as far as they were asked for: read anew while something is under way, and when `sent` grows. */
export function useConsultations(sent: number) {
  const { message, attempt } = useAttempt()
  /** Undefined until the server has told: an empty list is not what a slow or absent server has. */
  const [newest, setNewest] = useState<Consultation[]>()
  const [older, setOlder] = useState<Consultation[]>([])
  const [hasMore, setMore] = useState(false)
  const isFirst = useRef(true)

  const readPage = async (before = '') => {
    const path = `/api/consultations?limit=${PAGE}${before && `&before=${before}`}`
    return (await askJson<{ consultations: Consultation[] }>(path)).consultations
  }
  const read = () =>
    attempt(async () => {
      const page = await readPage()
      setNewest(page)
      if (isFirst.current) setMore(page.length === PAGE)
      isFirst.current = false
    })
  const readMore = () =>
    attempt(async () => {
      const page = await readPage(all.at(-1)?.id)
      setOlder([...older, ...page])
      setMore(page.length === PAGE)
    })
  // What comes new pushes others out of the first page: they stay in the list.
  const all = [...new Map([...(newest ?? []), ...older].map((one) => [one.id, one])).values()]
  const isUnderWay = newest?.some(({ request }) => request?.status === 'ongoing')
  useEffect(() => void read(), [sent])
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(read, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isUnderWay])
  return { message, consultations: newest && all, read, hasMore, readMore }
}

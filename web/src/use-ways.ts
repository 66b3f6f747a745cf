import { useEffect, useState } from 'preact/hooks'
import { readWays, type Ways } from './provider.ts'

/** How people sign in to this server; undefined until it has told. */
export function useWays(): Ways | undefined {
  const [ways, setWays] = useState<Ways>()
  useEffect(() => void readWays().then(setWays), [])
  return ways
}

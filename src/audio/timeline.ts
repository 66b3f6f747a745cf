import { SAMPLE_RATE } from '../domain/audio.ts'

/** Where a recording's time stamps begin and end. */
export interface Timeline {
  /** How long before its first packet the recording begins: an edit list or a header says so. */
  lateStartMs: number
  /** Whether its packets say when they are to be heard. Where they do not, one follows the other. */
  hasStamps: boolean
  /** The end by the header, where it names one. */
  claimedMs?: number | undefined
}

/** Below this, stamps are rounded or jitter, and no silence is put between packets: a word is within 50 ms of its place. */
const LEAST_GAP_SECONDS = 0.05
/** Stamps that go back so far begin anew, as in joined files; what goes back less overlaps, and is heard one behind the other. */
const ANEW_SECONDS = 1
/** A pause may be as long as the header's length allows, and an hour where it names none; what is longer is a broken clock. */
const LONGEST_GAP_SECONDS = 3600

/**
 * ffmpeg's filters that lay sound on the timeline of its file: silence before a late start and in gaps, so that every word
 * has its time. No sound is ever dropped for the sake of a stamp.
 */
export function filtersOf({ hasStamps, claimedMs = 0 }: Timeline): string[] {
  if (!hasStamps) return []
  const [end, added, at] = ['ld(0)', 'ld(1)', 'ld(2)']
  const last = `max(${end},${(claimedMs * SAMPLE_RATE) / 1000})+${LONGEST_GAP_SECONDS}*SR`
  const isBroken = `lt(PTS+${added},${end}-${ANEW_SECONDS}*SR)+gt(PTS+${added},${last})`
  const settle = [
    `st(1,if(${isBroken},${end}-PTS,${added}))`,
    `st(2,max(PTS+${added},${end}))`,
    `st(0,${at}+NB_SAMPLES)`,
    at,
  ]
  return [`asetpts='${settle.join(';')}'`, `aresample=async=1:min_hard_comp=${LEAST_GAP_SECONDS}:first_pts=0`]
}

import { availableParallelism } from 'node:os'
import { openThreads } from '../../../platform/threads.ts'
import type { VoiceTasks } from './worker.ts'

/** Ten times what four hours of speech take on one core: a machine that is busy must not change who is found. */
const LIMITS = { seconds: 900, megabytes: 4096, threads: availableParallelism() }

/** The threads in which voices are told apart, so that the one that answers stays free. */
export const openVoiceThreads = () => openThreads<VoiceTasks>(new URL('./worker.ts', import.meta.url), LIMITS)

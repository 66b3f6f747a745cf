import { measureDoorLatency } from './door-latency.ts'
import { measureSegmentLatency } from './segment-latency.ts'
import { measureSpeed } from './speed.ts'
import { measureStartUp } from './start-up.ts'
import { measureStatusLatency } from './status-latency.ts'
import { measureUploadMemory } from './upload-memory.ts'

const ROUNDS = 3

// Prints every figure of the README's table, one after the other, so that none disturbs another.
await measureSpeed(ROUNDS)
await measureStatusLatency()
await measureUploadMemory()
await measureStartUp()
await measureSegmentLatency()
await measureDoorLatency(7)

import { parentPort, workerData } from 'node:worker_threads'
import { tellVoices } from './tell-voices.ts'

parentPort?.postMessage(await tellVoices(workerData))

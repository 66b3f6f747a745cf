import { parentPort, workerData } from 'node:worker_threads'
import { splitVoices } from './split-voices.ts'

parentPort?.postMessage(await splitVoices(workerData))

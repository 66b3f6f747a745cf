import { parentPort, workerData } from 'node:worker_threads'
import { splitVoices } from './split-voices.ts'

const { path, stretches, speakers } = workerData
parentPort?.postMessage(await splitVoices(path, stretches, speakers))

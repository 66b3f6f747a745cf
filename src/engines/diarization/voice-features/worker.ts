import { answerTasks } from '../../../platform/thread-answers.ts'
import { tellVoices } from './tell-voices.ts'

const VOICE_TASKS = { tellVoices }
export type VoiceTasks = typeof VOICE_TASKS

answerTasks(VOICE_TASKS)

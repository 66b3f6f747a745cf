import { answerTasks } from '../platform/thread-answers.ts'
import { HEAVY_TASKS } from './heavy-tasks.ts'

answerTasks(HEAVY_TASKS)

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openVoiceFeatures } from '../../../src/engines/diarization/voice-features.ts'
import { diarizerSuite } from '../../ports/diarizer.suite.ts'
import { speakTwoVoices } from '../../support/two-voices.ts'

const scratch = await mkdtemp(join(tmpdir(), 'osler-voices-'))
after(() => rm(scratch, { recursive: true }))
const spoken = speakTwoVoices(scratch)

diarizerSuite('the diarizer by voice features', openVoiceFeatures, () => spoken)

import type { SpeakerSplitter } from './speaker-splitter.ts'
import { openVoiceFeatures } from './voice-features.ts'

/** The best splitter that is installed. */
export const openSpeakerSplitter = (): SpeakerSplitter => openVoiceFeatures()

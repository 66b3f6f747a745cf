import { soundInBrowser } from './kept-sound.ts'
import { LiveMicrophone } from './live-microphone.ts'
import { sendRecordedVisit, writeVisit } from './new-visit.ts'
import type { OpenTake, Take, Way } from './recorder.ts'
import { type LiveProgress, sendLive } from './send-live.ts'
import { UnsentSound } from './unsent-sound.ts'
import { hearingFields, readWishes } from './wishes.ts'

/** Over a socket, so that its words are there while somebody speaks. */
export const recordLive: Way = {
  name: 'live',
  async record() {
    const kept = await soundInBrowser.readHead()
    let sound: UnsentSound | undefined
    const microphone = await LiveMicrophone.open((pcm) => sound?.add(pcm), kept?.sampleRate)
    sound = await UnsentSound.open(soundInBrowser, microphone.sampleRate, () => microphone.stop())
    return openTake(microphone, sound)
  },
  async readKept() {
    const sound = await UnsentSound.open(soundInBrowser, 0)
    sound.finish()
    return takeOf(sound)
  },
  async countSeconds() {
    if ((await soundInBrowser.readHead()) === undefined) return undefined
    const sound = await UnsentSound.open(soundInBrowser, 0)
    return Math.round(sound.inMs(sound.end) / 1000)
  },
  forgetAll: forget,
}

const takeOf = (sound: UnsentSound): Take => ({
  async send(onSent, onTrouble) {
    await sound.begun
    if (sound.end === 0) {
      await forget()
      return undefined
    }
    let visitOf = ''
    const onProgress = ({ consultationId, ...progress }: LiveProgress) => {
      if (visitOf !== consultationId) void sendRecordedVisit(consultationId).catch(() => {})
      visitOf = consultationId
      onSent({ consultationId, ...progress, pausesMs: sound.head.pauses.map(sound.inMs) })
    }
    const start = () => ({ ...Object.fromEntries(hearingFields()), documents: readWishes().documents })
    await sendLive(sound, { start, onProgress, onTrouble })
    await forget()
    return sound.head.consultationId
  },
})

const openTake = (microphone: LiveMicrophone, sound: UnsentSound): OpenTake => ({
  ...takeOf(sound),
  get stream() {
    return microphone.stream
  },
  ended: microphone.ended.then(() => sound.finish()),
  pause() {
    microphone.pause()
    sound.pause()
  },
  resume: () => microphone.resume(),
  stop: () => microphone.stop(),
})

function forget(): Promise<void> {
  writeVisit('recorded', {})
  return soundInBrowser.forgetAll()
}

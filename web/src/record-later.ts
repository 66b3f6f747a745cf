import { keptInBrowser } from './kept-recording.ts'
import { openMicrophone, Recording } from './microphone.ts'
import type { Way } from './recorder.ts'
import { sendRecording } from './send-recording.ts'

/** In segments, which are sent as they come and heard when there is time; needs no place at the server. */
export const recordLater: Way = {
  name: 'later',
  async record() {
    const recording = new Recording(await openMicrophone(), keptInBrowser)
    return Object.assign(recording, {
      send: sendBy(
        () => recording.wholeSegments,
        () => recording.isOver,
      ),
    })
  },
  readKept: async () => ({
    send: sendBy(
      () => Number.POSITIVE_INFINITY,
      () => true,
    ),
  }),
  countSeconds: () => keptInBrowser.countSeconds(),
  forgetAll: () => keptInBrowser.forgetAll(),
}

const sendBy =
  (countWhole: () => number, isOver: () => boolean): Awaited<ReturnType<Way['readKept']>>['send'] =>
  async (onSent, onTrouble) =>
    (await sendRecording(countWhole, isOver, onSent, onTrouble))?.consultationId

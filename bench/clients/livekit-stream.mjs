// What LiveKit's agents tell as final of the recording, said into a stream of one of their plugins.
import { initializeLogger, stt } from '@livekit/agents'
import { AudioFrame } from '@livekit/rtc-node'
import { readSound, speak, waitForQuiet } from './sound.mjs'

/** What is told when the stream is closed is waited for so long. */
const CLOSED_MS = 2000

export async function hearInStream(openPlugin, rate) {
  initializeLogger({ pretty: false, level: 'silent' })
  const stream = openPlugin().stream()
  const texts = []
  const listening = (async () => {
    for await (const { type, alternatives } of stream)
      if (type === stt.SpeechEventType.FINAL_TRANSCRIPT) texts.push(alternatives[0].text)
  })()
  const sound = Buffer.concat([await readSound(rate), Buffer.alloc(4 * rate)])
  for await (const piece of speak(sound, rate)) {
    const samples = new Int16Array(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length))
    stream.pushFrame(new AudioFrame(samples, rate, 1, samples.length))
  }
  await waitForQuiet(() => texts.length)
  stream.close()
  await Promise.race([listening, new Promise((late) => setTimeout(late, CLOSED_MS))])
  return texts.join(' ')
}

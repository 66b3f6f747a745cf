import openFvad from '@echogarden/fvad-wasm'

export interface VoiceDetector extends Disposable {
  /** Whether one frame (10, 20 or 30 ms of 16 kHz sound) holds voice; frames are given in their order. */
  isVoice(frame: Int16Array): boolean
}

/** Of the modes 0…3 the one that misses least quiet speech while it ignores faint noise. */
const MODE = 2
const MAX_FRAME_BYTES = 960

/** WebRTC's voice activity detector. */
export async function openVoiceDetector(): Promise<VoiceDetector> {
  const fvad = await openFvad()
  const detector = fvad._fvad_new()
  fvad._fvad_set_mode(detector, MODE)
  fvad._fvad_set_sample_rate(detector, 16_000)
  const address = fvad._malloc(MAX_FRAME_BYTES)
  return {
    isVoice(frame) {
      fvad.HEAP16.set(frame, address / 2)
      return fvad._fvad_process(detector, address, frame.length) === 1
    },
    [Symbol.dispose]() {
      fvad._free(address)
      fvad._fvad_free(detector)
    },
  }
}

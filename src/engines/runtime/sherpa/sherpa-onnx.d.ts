/** The part of `sherpa-onnx-node` that is used here; the package has types in comments alone. */
export interface SherpaOnnx {
  OfflineRecognizer: new (config: object) => OfflineRecognizer
  OnlineRecognizer: new (config: object) => OnlineRecognizer
  OfflineSpeakerDiarization: new (config: object) => OfflineSpeakerDiarization
  Vad: new (config: object, bufferSeconds: number) => Vad
}

export interface OfflineRecognizer {
  createStream(hotWords?: string): OfflineStream
  decode(stream: OfflineStream): void
  getResult(stream: OfflineStream): {
    text: string
    tokens: string[]
    timestamps: number[]
    durations: number[]
    ys_log_probs: number[]
    lang: string
  }
}

/** Takes sound piece by piece; `isReady` while there is enough of it for a further step. */
export interface OnlineRecognizer {
  createStream(): OfflineStream & { inputFinished(): void }
  isReady(stream: OfflineStream): boolean
  decode(stream: OfflineStream): void
  getResult(stream: OfflineStream): { text: string; tokens: string[]; timestamps: number[]; ys_probs: number[] }
}

export interface OfflineStream {
  acceptWaveform(sound: { samples: Float32Array; sampleRate: number }): void
}

/** Takes sound window by window, and gives the spans of speech as they end; `start` is a sample's number. */
export interface Vad {
  acceptWaveform(samples: Float32Array): void
  isEmpty(): boolean
  front(enableExternalBuffer: boolean): { start: number; samples: Float32Array }
  pop(): void
  flush(): void
  reset(): void
}

export interface OfflineSpeakerDiarization {
  setConfig(config: { clustering: { numClusters: number; threshold: number } }): void
  process(samples: Float32Array): { start: number; end: number; speaker: number }[]
}

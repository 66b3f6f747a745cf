/** What a consultation of the bench sounds like. */
export interface Recipe {
  id: string
  set: SetName
  /** ACI-BENCH's validation dialogue that is spoken. */
  dialogue: string
  /** Voices of flite: the doctor's, the patient's, and that of a relative who speaks for the patient now and then. */
  voices: readonly [doctor: string, patient: string, relative?: string]
  /** No turn begins after so much. */
  seconds: number
  channels: 'mono' | 'a speaker each' | 'one room'
  /** ffmpeg's filters behind the microphone. */
  filters?: string
  /** Pink noise below the speech, in decibels. */
  noiseDb?: number
}

export type SetName = 'mono' | 'three voices' | 'stereo' | 'room stereo' | 'noise' | 'reverberation' | 'telephone'

const SECONDS = 180
/** A small room: reflections of some tens of milliseconds, each weaker. */
const REVERBERATION = 'aecho=1:0.8:13|29|47|71:0.35|0.25|0.18|0.1'
const TELEPHONE = 'highpass=f=300,lowpass=f=3400,aresample=8000'

type Voices = Recipe['voices']
const PAIRS: Voices[] = [
  ['rms', 'slt'],
  ['awb', 'slt'],
  ['slt', 'rms'],
  ['slt', 'awb'],
  ['rms', 'awb'],
]
const TRIPLES: Voices[] = [
  ['rms', 'slt', 'awb'],
  ['slt', 'awb', 'rms'],
  ['awb', 'slt', 'rms'],
]

function recipes(set: SetName, dialogues: string, voices: readonly Voices[], more: Partial<Recipe> = {}): Recipe[] {
  return dialogues.split(' ').map((dialogue, index) => ({
    id: `${set.replaceAll(' ', '-')}-${dialogue}`,
    ...{ set, dialogue, voices: voices[index % voices.length] as Voices, seconds: SECONDS, channels: 'mono', ...more },
  }))
}

/** Every consultation of the bench: about an hour and ten minutes. */
export const RECIPES: readonly Recipe[] = [
  ...recipes('mono', 'D2N068 D2N070 D2N072 D2N074 D2N075 D2N078 D2N080 D2N087', PAIRS),
  ...recipes('three voices', 'D2N069 D2N073 D2N077', TRIPLES),
  ...recipes('stereo', 'D2N071 D2N079 D2N082', PAIRS, { channels: 'a speaker each' }),
  ...recipes('room stereo', 'D2N083', PAIRS, { channels: 'one room' }),
  ...recipes('noise', 'D2N081', PAIRS, { noiseDb: 20 }),
  ...recipes('noise', 'D2N084', PAIRS.slice(1), { noiseDb: 10 }),
  ...recipes('reverberation', 'D2N085 D2N076', PAIRS, { filters: REVERBERATION }),
  ...recipes('telephone', 'D2N086 D2N083', PAIRS, { filters: TELEPHONE }),
]

/** One that lasts so long, for time and memory: dialogues one after the other. */
export const longRecipe = (minutes: number): Recipe => ({
  ...{
    id: `long-${minutes}`,
    set: 'mono',
    dialogue: '*',
    voices: ['rms', 'slt'],
    seconds: minutes * 60,
    channels: 'mono',
  },
})

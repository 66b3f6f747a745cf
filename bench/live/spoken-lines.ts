import { execa } from 'execa'
import { speak } from '../../test/support/recordings.ts'

/** Sound as a microphone gives it, and when somebody speaks in it. */
export interface SpokenLines {
  pcm: Buffer
  lines: { text: string; startMs: number; endMs: number }[]
}

const BYTES_PER_MS = 32
const GAP_MS = 1500
/** Louder than this is speech: flite is silent around what it says. */
const LOUD = 300

const LINES = [
  'Good morning. What can I do for you today?',
  'I have had a bad cough and a sore throat for five days.',
  'Do you have a fever?',
  'Yes, I had a fever last night.',
  'Does anything come up when you cough?',
  'It was clear at first and now it is yellow.',
  'Are you allergic to any medicine?',
  'I am allergic to penicillin, it gave me a rash.',
  'Your blood pressure is one hundred and twenty over eighty.',
  'I take ten milligrams of lisinopril every morning.',
  'I will order a chest x-ray and some blood tests.',
  'Come back in two weeks if it does not get better.',
]
const VOICES = ['rms', 'slt']

export const toPcm = async (path: string): Promise<Buffer> => {
  const asked = ['-v', 'error', '-i', path, '-f', 's16le', '-ac', '1', '-ar', '16000', '-']
  return Buffer.from((await execa('ffmpeg', asked, { encoding: 'buffer', maxBuffer: 1e9 })).stdout)
}

/** Lines of two made voices with a pause behind each. */
export async function speakLines(): Promise<SpokenLines> {
  const parts: Buffer[] = []
  const lines: SpokenLines['lines'] = []
  let atMs = 0
  for (const [at, text] of LINES.entries()) {
    const pcm = await toPcm(await speak(text, VOICES[at % 2]))
    const { startMs, endMs } = findLoud(pcm)
    lines.push({ text, startMs: atMs + startMs, endMs: atMs + endMs })
    parts.push(pcm, Buffer.alloc(GAP_MS * BYTES_PER_MS))
    atMs += Math.floor(pcm.length / BYTES_PER_MS) + GAP_MS
  }
  return { pcm: Buffer.concat(parts), lines }
}

function findLoud(pcm: Buffer): { startMs: number; endMs: number } {
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, Math.floor(pcm.length / 2))
  const isLoud = (sample: number) => Math.abs(sample) > LOUD
  return { startMs: Math.floor(samples.findIndex(isLoud) / 16), endMs: Math.ceil(samples.findLastIndex(isLoud) / 16) }
}

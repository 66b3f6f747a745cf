// What comes of recordings as nobody wants them: uploaded to a server as users start it, with warnings and what was heard.
// Usage: node bench/faults/odd-recordings.ts [language|silence|repeated|faint|two|cough …]
import { fileURLToPath } from 'node:url'
import { ffmpeg, make, speak } from '../../test/support/recordings.ts'
import { EVALUATION } from '../evaluation/folder.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { startServer } from '../server.ts'

const people = (name: string) => fileURLToPath(new URL(`data/real-speech/audio/${name}`, EVALUATION))
const SENTENCE = 'I have had a bad cough and a sore throat for five days.'
const OTHER = 'My blood pressure is one hundred and twenty over eighty.'
const SHOWN_LETTERS = 300

/** Makes a recording of others by a filter of ffmpeg, whose output is `[out]`. */
const mix = (name: string, inputs: readonly string[], filter: string) =>
  make('wav', `odd ${name} ${inputs.join(' ')} ${filter}`, async (path) => {
    const from = inputs.flatMap((input) => ['-i', input])
    await ffmpeg([...from, '-filter_complex', filter, '-map', '[out]', '-ar', '16000', '-ac', '1', path])
  })

const CASES: Record<string, () => Promise<string>> = {
  language: async () =>
    mix(
      'language',
      [await speak(SENTENCE), people('asterisk-fr-conf-adminmenu-18.wav')],
      '[0]aresample=16000,asetpts=N/SR/TB[a];[1]aresample=16000,aformat=channel_layouts=mono[b];[a][b]concat=n=2:v=0:a=1[out]',
    ),
  silence: async () => mix('silence', [await speak(SENTENCE)], '[0]adelay=1200000:all=1,apad=whole_dur=2400[out]'),
  repeated: async () =>
    mix('repeated', [await speak(SENTENCE)], '[0]aresample=16000,aloop=loop=-1:size=72000,atrim=0:300[out]'),
  faint: async () => mix('faint', [await speak(SENTENCE)], '[0]aresample=16000,volume=-34dB[out]'),
  two: async () =>
    mix('two', [await speak(SENTENCE), await speak(OTHER, 'rms')], '[0][1]amix=inputs=2:duration=longest[out]'),
  cough: async () =>
    mix(
      'cough',
      [await speak('I have had a bad', 'slt'), people('coughs-a.wav'), await speak('headache for five days.', 'slt')],
      [
        '[0]aresample=16000,aformat=channel_layouts=mono[a]',
        '[1]atrim=0:1.5,aresample=16000,aformat=channel_layouts=mono[b]',
        '[2]aresample=16000,aformat=channel_layouts=mono[c]',
        '[a][b][c]concat=n=3:v=0:a=1[out]',
      ].join(';'),
    ),
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CASES)
await using server = await startServer()
for (const name of wanted) {
  const file = await CASES[name]?.()
  if (file === undefined) throw new Error(`There is no case "${name}"; there are ${Object.keys(CASES).join(', ')}.`)
  const id = await send(server, file, 'soap_note')
  const failure = await waitUntilDone(server, id).catch((error: Error) => error.message)
  const read = (what: string) => fetch(`${server.address}/api/consultations/${id}/${what}`, { headers: server.headers })
  const transcript = await (await read('transcript')).json()
  const { items = [], warnings = [] } = transcript as { items?: { text: string }[]; warnings?: { code: string }[] }
  const text = items.map((item) => item.text).join(' ')
  const said = `${text.split(/\s+/).filter(Boolean).length} words: ${text.slice(0, SHOWN_LETTERS)}`
  console.log(
    `${name.padEnd(9)} ${failure ?? 'heard'}; warnings ${warnings.map(({ code }) => code).join(', ') || 'none'}; ${said}`,
  )
}

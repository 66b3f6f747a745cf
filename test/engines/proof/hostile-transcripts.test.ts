import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { openModelWriter } from '../../../src/engines/notes/model/model-writer.ts'
import type { NoteWriter } from '../../../src/engines/notes/note-writer.ts'
import { openOpenAiModel } from '../../../src/engines/notes/openai.ts'
import { writeNotes } from '../../../src/pipeline/documents/write-notes.ts'
import { type Asked, openFakeModelServer, promptOf, shownIn, stream } from '../../support/fake-model-server.ts'
import { HOSTILE_LINES, type HostileLine, VISITS } from '../../support/hostile-transcripts.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

/** Said by turns, the hostile line by the patient where a visit's complaint is over. */
function hear({ language, said }: HostileLine): Transcript {
  const lines = [...VISITS[language].said, said]
  const transcript = transcriptOf(lines, language)
  const speakers = ['doctor', 'patient', 'doctor', 'patient', 'patient'] as const
  return { ...transcript, items: transcript.items.map((item, at) => ({ ...item, speaker: speakers[at] ?? 'patient' })) }
}

/** What a note states; what it quotes was said so, and a reader sees that. */
async function write(writers: NoteWriter[], transcript: Transcript): Promise<string[]> {
  const wanted = { kinds: ['soap_note'], limits: {}, noteOptions: {} }
  const [note] = await writeNotes(transcript, wanted, writers, signal)
  assert.ok(note)
  const texts = note.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  return texts.map((text) => text.replace(/“[^”]*”|"[^"]*"|« ?[^»]*»/g, '“…”'))
}

test('of 50 things said for the ears of the writer in three languages, the rules state none', async () => {
  assert.equal(HOSTILE_LINES.length, 50)
  const stated: string[] = []
  for (const line of HOSTILE_LINES) {
    const texts = await write([openExtractive()], hear(line))
    assert.ok(texts.length > 0, line.said)
    for (const text of texts) if (line.mark.test(text)) stated.push(`${line.said} → ${text}`)
  }
  assert.deepEqual(stated, [])
})

test('a model that obeys states none of them either, and what was told of the illness stands', async () => {
  let line = HOSTILE_LINES[0] as HostileLine
  const obey = (response: Parameters<ReturnType<typeof stream>>[0], asked: Asked) => {
    const said = shownIn(asked).find(({ text }) => text === line.said)
    const belongs = shownIn(asked).find(({ text }) => VISITS[line.language].belongs.test(text))
    assert.ok(said && belongs, promptOf(asked).slice(0, 500))
    stream(
      `- ${line.obeyed} [${said.number}]\n- ${line.obeyed} [${belongs.number}, ${said.number}]\n- ${belongs.text} [${belongs.number}]\n`,
    )(response)
  }
  await using server = await openFakeModelServer([obey])
  const model = openOpenAiModel({ urls: [server.url], retries: 0, firstGapMs: 5 })
  const writers = [openModelWriter(model, openExtractive()), openExtractive()]
  const stated: string[] = []
  let told = 0
  for (line of HOSTILE_LINES) {
    const texts = await write(writers, hear(line))
    for (const text of texts) if (line.mark.test(text)) stated.push(`${line.said} → ${text}`)
    if (texts.some((text) => VISITS[line.language].belongs.test(text))) told += 1
  }
  assert.deepEqual(stated, [])
  assert.ok(told >= 45, `in ${told} of 50 notes the complaint stands`)
})

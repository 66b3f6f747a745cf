import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { openModelWriter } from '../../../src/engines/notes/model/model-writer.ts'
import type { NoteRequest } from '../../../src/engines/notes/note-writer.ts'
import { openOpenAiModel } from '../../../src/engines/notes/openai.ts'
import { writeNotes } from '../../../src/pipeline/documents/write-notes.ts'
import { noteWriterSuite } from '../../ports/note-writer.suite.ts'
import {
  type Answer,
  type Asked,
  linesOf,
  message,
  openFakeModelServer,
  promptOf,
  sectionOf,
  shownIn,
  status,
  stream,
} from '../../support/fake-model-server.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()
const VISIT = transcriptOf([
  'What brings you in?',
  'I have had a cough for two weeks.',
  'Any fever?',
  'No.',
  'Your lungs are clear.',
])
const GOOD = linesOf({
  Subjective: ['Reports a cough for 2 weeks. [2]', 'Denies fever. [3, 4]'],
  Objective: ['Lungs are clear. [5]'],
})
const GOOD_TEXTS = ['Reports a cough for 2 weeks.', 'Denies fever.', 'Lungs are clear.']

type Server = Awaited<ReturnType<typeof openFakeModelServer>>

const writerAt = ({ url }: Pick<Server, 'url'>, more: object = {}, mostSeconds?: number) =>
  openModelWriter(openOpenAiModel({ urls: [url], retries: 0, firstGapMs: 5, ...more }), openExtractive(), mostSeconds)

/** The note as the pipeline delivers it, proven. */
async function write(
  server: Pick<Server, 'url'>,
  transcript: Transcript = VISIT,
  { kind = 'soap_note', mostSeconds, ...more }: { kind?: string; mostSeconds?: number; [more: string]: unknown } = {},
) {
  const wanted = { kinds: [kind], limits: {}, noteOptions: {} }
  const writers = [writerAt(server, more, mostSeconds), openExtractive()]
  const [note] = await writeNotes(transcript, wanted, writers, signal)
  assert.ok(note)
  const texts = note.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  return { ...note, texts, codes: note.warnings.map(({ code }) => code) }
}

/** Every item of the first section's question as a line in its own words. */
function repeatAll(response: ServerResponse, asked: Asked): void {
  const said = shownIn(asked).filter(({ text }) => text.split(' ').length > 2 && !text.endsWith('?'))
  const isFirst = new RegExp(`Its sections: ${sectionOf(asked)}[,.]`).test(promptOf(asked))
  const lines = isFirst ? said.slice(0, 30).map(({ number, text }) => `- ${text} [${number}]\n`) : ['- None.\n']
  stream(lines.join(''))(response)
}

const suiteServer = await openFakeModelServer([repeatAll])
test.after(() => suiteServer[Symbol.asyncDispose]())
noteWriterSuite('openai', () => writerAt(suiteServer))

test('a model writes in other words, section by section, and each statement names its items', async () => {
  await using server = await openFakeModelServer([GOOD])
  const { texts, codes, writer, sections, unsupportedShare } = await write(server)
  assert.deepEqual([texts, codes], [GOOD_TEXTS, []])
  assert.deepEqual([writer, unsupportedShare], ['openai', 0])
  assert.deepEqual(sections[0]?.statements[1], { text: 'Denies fever.', evidence: ['i3', 'i4'], support: 'derived' })
  assert.deepEqual(server.asked.map(sectionOf), ['Subjective', 'Objective', 'Assessment', 'Plan'])
  assert.deepEqual([server.asked[0]?.model, server.asked[0]?.temperature], ['served', 0])
})

test('the transcript comes first, in plain numbered lines, and what is asked comes last', async () => {
  await using server = await openFakeModelServer([GOOD])
  const [doctor, patient] = ['doctor' as const, 'patient' as const]
  const items = VISIT.items.map((item, at) => ({ ...item, speaker: at % 2 === 0 ? doctor : patient }))
  await write(server, { ...VISIT, items })
  const prompts = server.asked.map(promptOf)
  for (const prompt of prompts) {
    assert.match(
      prompt,
      /^<transcript>\n1 Doctor: What brings you in\?\n2 Patient: I have had a cough for two weeks\.\n/,
    )
    assert.match(prompt, /Now write the lines of the section ".+", and of no other\.\nWhat belongs in it: .*$/)
  }
  const [first = '', second = ''] = prompts
  const same = [...first].findIndex((letter, at) => letter !== second[at])
  assert.ok(same > first.length * 0.8, 'servers keep what they have read of the same beginning')
  assert.equal(server.asked[0]?.messages.length, 1, 'one turn, which every template knows')
})

test('the model shows an example where its window allows', async () => {
  for (const [windowTokens, has] of [
    [16_384, true],
    [4096, false],
  ] as const) {
    await using server = await openFakeModelServer([GOOD], { windowTokens })
    await write(server)
    assert.equal(promptOf(server.asked[0] as Asked).includes('An example.'), has)
  }
})

for (const [what, bad] of [
  ['a medicine that nobody named', 'Takes lisinopril. [5]'],
  ['a negation turned round', 'Reports fever. [3, 4]'],
  ['another number', 'Reports a cough for 3 weeks. [2]'],
  ['another number with all lines named for it', 'Reports a cough for 3 weeks. [1, 2, 3, 4, 5]'],
  ['what nobody said, with lines that do not exist', 'Reports a rash. [77]'],
] as const)
  test(`${what} is left out and counted, and the model is not asked again`, async () => {
    const said = {
      Subjective: ['Reports a cough for 2 weeks. [2]', 'Denies fever. [3, 4]', bad],
      Objective: ['Lungs are clear.'],
    }
    await using server = await openFakeModelServer([linesOf(said)])
    const { texts, codes, unsupportedShare } = await write(server)
    assert.deepEqual([texts, codes, unsupportedShare], [GOOD_TEXTS, ['unsupported_statements'], 0.25])
    assert.equal(server.asked.length, 4)
  })

test('a true line stands with wrong numbers, with all of them and with none', async () => {
  for (const named of ['[5]', '[1, 2, 3, 4, 5]', '', '[99]']) {
    await using server = await openFakeModelServer([
      linesOf({
        Subjective: [`Reports a cough for 2 weeks. ${named}`, `Denies fever. ${named}`],
        Objective: ['Lungs are clear.'],
      }),
    ])
    const { sections, codes } = await write(server)
    assert.deepEqual(codes, [], named)
    assert.deepEqual(
      sections[0]?.statements.map(({ evidence }) => evidence),
      [['i2'], ['i3', 'i4']],
      named,
    )
  }
})

test('a server that knows no temperature is asked without', async () => {
  await using server = await openFakeModelServer([status(400), GOOD])
  const { texts, writer } = await write(server)
  assert.deepEqual([texts, writer], [GOOD_TEXTS, 'openai'])
  assert.deepEqual(
    server.asked.slice(0, 2).map((asked) => 'temperature' in asked),
    [true, false],
  )
})

test('kinds that programs read and those from tables stay with the built-in writer', () => {
  const { kinds } = openModelWriter(openOpenAiModel({ urls: ['http://127.0.0.1:1/v1'] }), openExtractive())
  for (const kind of ['icd_codes', 'orders', 'suggestions', 'call_center_agent_score']) assert.ok(!kinds.includes(kind))
  for (const kind of ['soap_note', 'summary', 'answer', 'template']) assert.ok(kinds.includes(kind), kind)
})

const FAILURES: [what: string, answer: Answer, reason: RegExp][] = [
  ['no line', 'Lorem ipsum.', /gave no answer that can be read/],
  ['JSON', '{"sections":[]}', /gave no answer that can be read/],
  ['nothing', message({}), /gave no answer that can be read/],
  ['a refusal', message({ refusal: 'I cannot discuss the cough.' }), /refused/],
  [
    'no choices',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    /answered nothing/,
  ],
  ['500', status(500), /answered with status 500/],
  ['429', status(429), /answered with status 429/],
  [
    'a redirect',
    (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/v1' }).end(),
    /could not be reached|status 307/,
  ],
  ['a dropped connection', (response) => void response.destroy(), /could not be reached/],
  ['silence', () => undefined, /did not answer in time/],
]

for (const [what, answer, reason] of FAILURES)
  test(`${what} from the server gives the built-in writer's note, with the reason and no patient's word`, async () => {
    await using server = await openFakeModelServer([answer])
    const note = await write(server, VISIT, { timeoutMs: what === 'silence' ? 300 : 10_000 })
    assert.deepEqual([note.writer, note.codes], ['extractive', ['model_failed']])
    assert.ok(note.texts.length > 0)
    assert.match(note.warnings[0]?.message ?? '', reason)
    assert.doesNotMatch(note.warnings[0]?.message ?? '', /cough/)
  })

test('a server that does not answer in time is not asked a second time', async () => {
  await using server = await openFakeModelServer([() => undefined])
  await write(server, VISIT, { timeoutMs: 100, retries: 3 })
  assert.equal(server.asked.length, 1)
})

test('a server that is not there gives the built-in note; in a language that only models write, a note that says why', async () => {
  const nowhere = { url: 'http://127.0.0.1:1/v1' }
  assert.deepEqual((await write(nowhere)).codes, ['model_failed'])
  const dutch = await write(nowhere, transcriptOf(['Ik heb hoofdpijn.'], 'nl'))
  assert.deepEqual([dutch.texts, dutch.codes], [[], ['model_failed', 'nothing_found']])
  assert.match(dutch.warnings[0]?.message ?? '', /nothing was written: the built-in writer writes en, fr, es only/)
})

test('of several servers one that does not answer costs nothing, and the others write', async () => {
  await using server = await openFakeModelServer([GOOD])
  const writer = openModelWriter(
    openOpenAiModel({ urls: ['http://127.0.0.1:1/v1', server.url], firstGapMs: 5 }),
    openExtractive(),
  )
  for (let time = 0; time < 3; time++) {
    const [note] = await writeNotes(VISIT, { kinds: ['soap_note'], limits: {}, noteOptions: {} }, [writer], signal)
    assert.deepEqual([note?.writer, note?.warnings], ['openai', []])
  }
})

test('a busy server is asked again', async () => {
  await using server = await openFakeModelServer([status(429), GOOD])
  const { writer, texts } = await write(server, VISIT, { retries: 2 })
  assert.deepEqual([writer, texts, server.asked.length], ['openai', GOOD_TEXTS, 5])
})

test('an answer that breaks off, or is cut by its length, keeps its finished lines', async () => {
  for (const end of ['broken', 'length'] as const) {
    const cut = stream('- Reports a cough for 2 weeks. [2]\n- Denies fever. [3, 4]\n- Lungs are', end)
    await using server = await openFakeModelServer([cut, '- None.\n'])
    const { sections, unsupportedShare } = await write(server)
    assert.deepEqual(
      sections[0]?.statements.map(({ text }) => text),
      GOOD_TEXTS.slice(0, 2),
      end,
    )
    assert.equal(unsupportedShare, 0, end)
  }
})

test('a model that goes round in a circle is stopped, and what it said before is kept', async () => {
  const circle = stream(`- Denies fever. [3, 4]\n${'- Reports a cough for 2 weeks. [2]\n'.repeat(200)}`, 'never')
  await using server = await openFakeModelServer([circle, linesOf({ Objective: ['Lungs are clear.'] })])
  const { texts, codes } = await write(server)
  assert.deepEqual([texts, codes], [['Denies fever.', 'Reports a cough for 2 weeks.', 'Lungs are clear.'], []])
})

test('a model that is too slow leaves what it has finished, and the rest comes from the built-in writer', async () => {
  const slow = stream('- Reports a cough for 2 weeks. [2]\n- Den', 'never')
  await using server = await openFakeModelServer([slow])
  const { sections, writer, codes } = await write(server, VISIT, { mostSeconds: 0.3 })
  assert.deepEqual(
    sections[0]?.statements.map(({ text }) => text),
    ['Reports a cough for 2 weeks.'],
  )
  assert.ok((sections[1]?.statements.length ?? 0) > 0)
  assert.ok(sections[1]?.statements.every(({ attributes }) => attributes?.writer === 'extractive'))
  assert.deepEqual([writer, codes, server.asked.length], ['openai', ['built_in_filled', 'model_out_of_time'], 1])
})

test('how far the model is, is told after each section', async () => {
  await using server = await openFakeModelServer([GOOD])
  const shares: number[] = []
  await writerAt(server).write(VISIT, { kind: 'soap_note' }, signal, (share) => void shares.push(share))
  assert.deepEqual(shares, [0.25, 0.5, 0.75, 1])
})

test('a model writes in the language of the transcript', async () => {
  await using server = await openFakeModelServer([linesOf({ Subjective: ['Ik heb hoofdpijn. [1]'] })])
  const { texts, language, codes } = await write(server, transcriptOf(['Ik heb hoofdpijn.'], 'nl'))
  assert.deepEqual([texts, language, codes], [['Ik heb hoofdpijn.'], 'nl', ['proof_english_only']])
  assert.match(promptOf(server.asked[0] as Asked), /Language: Dutch/)
})

test('a model writes in the language that is asked for; the proof reads its numbers and medicines', async () => {
  const french = linesOf({
    Subjectif: ['Toux depuis 2 semaines. [2]', 'Toux depuis 3 semaines. [2]', 'Prend de la warfarin. [5]'],
  })
  await using server = await openFakeModelServer([french])
  const wanted = { kinds: ['soap_note'], limits: {}, noteOptions: { language: 'fr' } }
  const [note] = await writeNotes(VISIT, wanted, [writerAt(server), openExtractive()], signal)
  const texts = note?.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  assert.deepEqual([texts, note?.language, note?.unsupportedShare], [['Toux depuis 2 semaines.'], 'fr', 2 / 3])
  assert.match(promptOf(server.asked[0] as Asked), /Language: French/)
})

test("the model is told a template's sections and instructions, and what is asked", async () => {
  await using server = await openFakeModelServer(['- None.\n'])
  const sections = [{ title: 'Why they came', instructions: 'One line.', style: 'paragraph' as const }]
  const template: NoteRequest['template'] = { id: 'x', name: 'Mine', sections }
  const wishes = [{ text: 'Shorter.' }, { section: 'why_they_came', text: 'In verse.' }]
  await writerAt(server).write(VISIT, { kind: 'template:x', template, wishes }, signal)
  await writerAt(server).write(VISIT, { kind: 'answer', instruction: 'Is there fever?' }, signal)
  const prompts = server.asked.map(promptOf)
  assert.match(
    prompts[0] ?? '',
    /section "Why they came".*\nWhat belongs in it: One line\.\n.*one paragraph\.\nWhat is wished: In verse\.$/,
  )
  assert.match(prompts[0] ?? '', /\nWhat is wished: Shorter\.\n/)
  assert.match(prompts.at(-1) ?? '', /What is asked: Is there fever\?/)
})

test('a window too small for the document is said, before anything is sent', async () => {
  await using server = await openFakeModelServer([GOOD], { windowTokens: 600 })
  const { warnings, writer } = await write(server)
  assert.deepEqual([writer, server.asked.length], ['extractive', 0])
  assert.match(warnings[0]?.message ?? '', /has a window of 600 tokens/)
})

test('a request that is given up stops the call, also in the middle of an answer', async () => {
  for (const answer of [() => undefined, stream('- Denies fever. [3, 4]\n', 'never')]) {
    await using server = await openFakeModelServer([answer])
    const abort = new AbortController()
    const writing = writerAt(server).write(VISIT, { kind: 'soap_note' }, abort.signal)
    const reason = new Error('given up')
    setTimeout(() => abort.abort(reason), 100)
    await assert.rejects(writing, reason)
  }
})

test('the operator is told what keeps the model from writing', async () => {
  await using server = await openFakeModelServer([GOOD])
  await writerAt(server).checkHealth(signal)
  await assert.rejects(writerAt({ url: 'http://127.0.0.1:1/v1' }).checkHealth(signal), {
    message: 'The language model could not be reached.',
  })
})

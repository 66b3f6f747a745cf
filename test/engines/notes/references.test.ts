import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMarkdown, type Note, type Statement } from '../../../src/domain/note.ts'
import { REFERENCE_KINDS } from '../../../src/domain/note-kinds/reference.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

const COUGH = [
  'What brings you in?',
  'I have had a bad cough for three weeks.',
  'Have you coughed up any blood?',
  'No.',
  'Have you lost weight?',
  'No.',
  'Do you smoke?',
  'Ten a day.',
  'I think this is bronchitis.',
  'The diagnosis could also be pneumonia.',
  'Come back if you become breathless.',
]

async function write(kind: string, sentences: readonly string[]): Promise<Note> {
  const transcript = transcriptOf(sentences)
  return prove(await openExtractive().write(transcript, { kind }, signal), transcript)
}

const inSection = ({ sections }: Note, wanted: string) => sections.find(({ key }) => key === wanted)?.statements ?? []
const textsOf = (statements: readonly Statement[]) => statements.map(({ text }) => text)
const referencesOf = ({ sections }: Note) =>
  sections.flatMap(({ statements }) => statements).filter(({ support }) => support === 'reference')

test('questions that were asked or told are not suggested again, and excluded red flags are not listed', async () => {
  const [redFlags = '', history = ''] = textsOf(inSection(await write('suggestions', COUGH), 'questions'))
  assert.match(redFlags, /^Red flags not heard: .*chest pain/)
  assert.doesNotMatch(redFlags, /blood|weight/)
  assert.match(history, /^Not heard: sputum; fever;/)
  assert.doesNotMatch(history, /smoking|how long/)
})

test('what the clinician tells to look out for at home was not asked', async () => {
  const [redFlags = ''] = textsOf(inSection(await write('suggestions', COUGH), 'questions'))
  assert.match(redFlags, /breathlessness/)
})

test('in speech without marks, too, advice for home is told from what was asked', async () => {
  const sentences = [
    'i have had a cough for two weeks',
    'okay do you smoke',
    'no',
    'come back if you cough up blood or if you get chest pain',
  ]
  const [redFlags = '', history = ''] = textsOf(inSection(await write('suggestions', sentences), 'questions'))
  assert.match(redFlags, /coughing up blood; breathlessness; chest pain/)
  assert.doesNotMatch(history, /smoking/)
})

test('every line of reference has its source, its complaint, and the words that named the complaint', async () => {
  for (const kind of Object.keys(REFERENCE_KINDS)) {
    const references = referencesOf(await write(kind, COUGH))
    assert.ok(references.length > 0, kind)
    for (const { attributes, evidence } of references) {
      assert.deepEqual(evidence, ['i2'])
      assert.equal(attributes?.complaint, 'Cough')
      assert.match(attributes?.source ?? '', /^NICE, Cough \(acute\): antimicrobial prescribing \(NG120\), 2019; /)
    }
  }
})

test('what was said and what is of reference never stand in one section', async () => {
  for (const kind of Object.keys(REFERENCE_KINDS))
    for (const { key, statements } of (await write(kind, COUGH)).sections) {
      const supports = new Set(statements.map(({ support }) => support === 'reference'))
      assert.ok(supports.size <= 1, `${kind} ${key}`)
    }
})

test('a differential has what the clinician named, and as reference only what nobody named', async () => {
  const note = await write('differential_diagnosis', COUGH)
  assert.deepEqual(textsOf(inSection(note, 'diagnoses')), ['The patient likely has bronchitis.', 'The diagnosis could also be pneumonia.'])
  assert.deepEqual(textsOf(inSection(note, 'references')), ['Tuberculosis', 'Lung cancer'])
})

test('a page says which of its sections come from references, and names the source once a complaint', async () => {
  const printed = formatMarkdown(await write('followup_instructions', COUGH))
  const [said = '', reference = ''] = printed.split('## Advice for what was complained of')
  assert.match(said, /breathless/)
  assert.doesNotMatch(said, /From references|Source/)
  assert.match(reference, /^\n\n_From references, not from the consultation\._\n\n\*\*Cough\*\*\n\n- /)
  assert.equal(reference.match(/_Source: NICE, Cough/g)?.length, 1)
})

test('guidelines are cited by body, title, number and year', async () => {
  const [first] = textsOf(
    inSection(await write('practice_guidelines', ['I have had a headache for a week.']), 'guidelines'),
  )
  assert.equal(first, 'NICE, Headaches in over 12s: diagnosis and management (CG150), 2012')
})

test('without a complaint of the patient, the page says so', async () => {
  for (const sentences of [['I have no cough.'], ['My brother has a cough.'], ['Good morning.']]) {
    const note = await write('suggestions', sentences)
    assert.deepEqual(referencesOf(note), [])
    assert.match(formatMarkdown(note), /_No complaint was named that the reference tables know/)
  }
})

test('the three complaints that are named most are looked up, and the others named in a warning', async () => {
  const note = await write('practice_guidelines', [
    'I have a cough.',
    'I have a headache.',
    'I have a rash.',
    'I have an earache.',
    'The earache keeps me awake.',
  ])
  const complaints = new Set(referencesOf(note).map(({ attributes }) => attributes?.complaint))
  assert.deepEqual([...complaints], ['Cough', 'Headache', 'Ear pain'])
  assert.match(note.warnings[0]?.message ?? '', /also named: rash\.$/)
})

test('a line of reference that no table has, or for a complaint that nobody has, does not pass the proof', async () => {
  const transcript = transcriptOf(COUGH)
  const note = await openExtractive().write(transcript, { kind: 'suggestions' }, signal)
  const [good] = inSection(note, 'instructions')
  assert.ok(good)
  const survives = (changed: Partial<Statement>, kind = 'suggestions') =>
    referencesOf(
      prove({ ...note, kind, sections: [{ key: 'x', title: 'X', statements: [{ ...good, ...changed }] }] }, transcript),
    ).length
  assert.equal(survives({}), 1)
  assert.equal(survives({ text: 'Take amoxicillin 500 mg.' }), 0)
  assert.equal(survives({ evidence: ['i5'] }), 0)
  assert.equal(survives({ attributes: { ...good.attributes, source: 'Somebody, 2020' } }), 0)
  assert.equal(survives({ attributes: { complaint: 'Rash', source: good.attributes?.source ?? '' } }), 0)
  assert.equal(survives({}, 'soap_note'), 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMarkdown, type Note, type Statement } from '../../../src/domain/note.ts'
import { REFERENCE_KINDS } from '../../../src/domain/note-kinds/reference.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { readScript } from '../../../tools/read-sample.ts'
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
  assert.deepEqual(textsOf(inSection(note, 'diagnoses')), [
    'The patient likely has bronchitis.',
    'The diagnosis could also be pneumonia.',
  ])
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
    assert.equal(note.warnings[0]?.code, 'no_reference')
    assert.match(formatMarkdown(note), /_No complaint was named that the reference tables know/)
  }
})

const complaintsOf = (note: Note) => [...new Set(referencesOf(note).map(({ attributes }) => attributes?.complaint))]
const sourcesOf = (note: Note) =>
  referencesOf(note)
    .map(({ attributes }) => attributes?.source ?? '')
    .join('; ')

async function writeTalk(kind: string, script: string): Promise<Note> {
  const transcript = readScript(script)
  return prove(await openExtractive().write(transcript, { kind }, signal), transcript)
}

test('three complaints are looked up, what was told first before what was named often, and the others named in a warning', async () => {
  const note = await write('practice_guidelines', [
    'I have a cough.',
    'I have a headache.',
    'I have a rash.',
    'I have an earache.',
    'The earache keeps me awake.',
  ])
  assert.deepEqual(complaintsOf(note), ['Cough', 'Headache', 'Rash'])
  assert.equal(note.warnings[0]?.code, 'more_complaints')
  assert.match(note.warnings[0]?.message ?? '', /also named: ear pain\.$/)
})

const ACHING_KNEE = `
  doctor: What brings you in today?
  patient: My left knee has been hurting since I fell on Friday, I have pain in my knee all day.
  doctor: Any dizziness?
  patient: Sometimes, a little.
  doctor: Have you been sleeping badly?
  patient: No, I sleep fine.
  doctor: Do you feel depressed?
  patient: No.
  doctor: Any rash?
  patient: My sister had a rash last week, it was bad, the rash was on her back.
  doctor: These tablets can make you dizzy, and dizziness is worse at night.
  patient: I don't think I have a fever.
`

test('what was asked after, denied, a relative has, or a medicine may do is not what the patient came with', async () => {
  for (const kind of ['suggestions', 'practice_guidelines', 'followup_instructions'])
    assert.deepEqual(complaintsOf(await writeTalk(kind, ACHING_KNEE)), ['Joint pain'], kind)
})

test('tiredness with a cold is a part of it, and by itself it is why somebody came', async () => {
  const cold = `
    doctor: How can I help?
    patient: I have had a cough and a sore throat since Tuesday, and I feel tired.
    doctor: Your throat is a little red.
    doctor: I think this is a viral infection.
  `
  const tired = `
    doctor: How can I help?
    patient: I feel tired all the time, for months now.
    doctor: Do you have a cough?
    patient: Now and then.
  `
  assert.deepEqual(complaintsOf(await writeTalk('suggestions', cold)), ['Cough', 'Sore throat'])
  assert.deepEqual(complaintsOf(await writeTalk('suggestions', tired)), ['Fatigue'])
})

test('guidance for under-fives is for them alone', async () => {
  const migraine = `
    doctor: What can I do for you?
    patient: I have had a bad headache since this morning and I have been vomiting. I could not go to work.
    doctor: I think this is a migraine.
  `
  const aged = `
    doctor: How old are you?
    patient: Thirty four.
    doctor: And what is it?
    patient: Vomiting, since last night, and diarrhoea.
  `
  const small = `
    doctor: How old is he?
    patient: Eighteen months.
    doctor: Tell me.
    patient: My baby has had a fever since yesterday.
  `
  for (const script of [migraine, aged])
    for (const kind of ['suggestions', 'practice_guidelines', 'differential_diagnosis']) {
      const note = await writeTalk(kind, script)
      assert.ok(referencesOf(note).length > 0, kind)
      assert.doesNotMatch(sourcesOf(note), /under 5s|Childhood/, kind)
    }
  assert.match(sourcesOf(await writeTalk('practice_guidelines', small)), /Fever in under 5s/)
})

test('advice on the fever of a child is not for a grown patient who tells of one', async () => {
  const grown = `
    doctor: What is the matter?
    patient: I have had a sore throat since Monday. I have a cough too. My son had a fever last week.
  `
  assert.deepEqual(complaintsOf(await writeTalk('suggestions', grown)), ['Sore throat', 'Cough'])
})

test('a differential has what may be the cause: no plan, no denial, and nothing that the patient thinks', async () => {
  const note = await writeTalk(
    'differential_diagnosis',
    `
    doctor: What is wrong?
    patient: My belly hurts on the right side since last night. I think I have food poisoning.
    doctor: I suspect appendicitis, so we will do an ultrasound today.
    doctor: It might also be a kidney stone.
    doctor: I don't think it is pneumonia.
    doctor: It is not a hernia.
    doctor: We need to rule out an ectopic pregnancy.
    doctor: I want you to stop the ibuprofen.
    doctor: I think you should eat nothing until tonight.
  `,
  )
  const named = textsOf(inSection(note, 'diagnoses')).join(' | ')
  for (const cause of [/appendicitis/i, /kidney stone/, /ectopic pregnancy/]) assert.match(named, cause)
  assert.doesNotMatch(named, /ultrasound|pneumonia|hernia|ibuprofen|eat nothing|food poisoning/)
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
  assert.equal(survives({ attributes: { ...good.attributes, source: '' } }), 0)
  assert.equal(survives({ attributes: { complaint: 'Rash', source: good.attributes?.source ?? '' } }), 0)
  assert.equal(survives({}, 'soap_note'), 0)
})

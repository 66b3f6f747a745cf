import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSample, readScript } from '../../../tools/read-sample.ts'
import { textsOf, writeProven } from '../../support/write-proven.ts'

test('a dictated operation stands by its parts, with nothing left out', async () => {
  const operation = readSample('operation')
  const note = await writeProven('op_note', operation)
  assert.deepEqual(
    Object.entries(textsOf(note)).map(([part, texts]) => [part, texts.length]),
    [
      ['indication', 2],
      ['procedure', 1],
      ['team', 1],
      ['anesthesia', 1],
      ['position', 1],
      ['findings', 2],
      ['description', 4],
      ['specimens', 1],
      ['blood_loss', 1],
      ['counts', 1],
      ['complications', 1],
      ['disposition', 1],
      ['plan', 2],
    ],
  )
  const used = new Set(note.sections.flatMap(({ statements }) => statements.flatMap(({ evidence }) => evidence)))
  assert.equal(used.size, operation.items.length)
  assert.match(JSON.stringify(note), /A 10 mm port was inserted/)
})

test('sentences under a spoken heading belong to it, and short parts end by themselves', async () => {
  const note = await writeProven(
    'op_note',
    readScript(`
      surgeon: Operation. Left total hip replacement.
      surgeon: Anaesthetist Dr Silva. Anaesthesia. Spinal.
      surgeon: Procedure. After the time out the hip was draped. Leg lengths were equal.
      surgeon: Implants. Cup size 52, head 28 mm.
      surgeon: Complications. None. The patient was taken to recovery.
      surgeon: Plan. Full weight bearing. Enoxaparin 40 mg once daily for 28 days.
    `),
  )
  assert.deepEqual(textsOf(note), {
    procedure: ['Left total hip replacement.'],
    team: ['Anaesthetist Dr Silva.'],
    anesthesia: ['Spinal.'],
    description: ['After the time out the hip was draped.', 'Leg lengths were equal.'],
    implants: ['Cup size 52, head 28 mm.'],
    complications: ['None.'],
    disposition: ['The patient was taken to recovery.'],
    plan: ['Full weight bearing.', 'Enoxaparin 40 mg once daily for 28 days.'],
  })
})

test('sentences without headings go where their words point, and the rest is the course of the operation', async () => {
  const note = await writeProven(
    'op_note',
    readScript(`
      surgeon: I performed an open repair of the right inguinal hernia with doctor Hall assisting.
      surgeon: We found a large indirect sac.
      surgeon: No direct defect was seen.
      surgeon: A mesh was laid on the floor and fixed with 2-0 prolene.
      surgeon: The ilioinguinal nerve was spared.
      surgeon: We lost about 20 ml of blood.
      surgeon: Swabs and instruments were all accounted for.
      surgeon: He will go home today.
      surgeon: That's the end of the dictation, thank you.
    `),
  )
  const repair = 'I performed an open repair of the right inguinal hernia with doctor Hall assisting.'
  assert.deepEqual(textsOf(note), {
    procedure: [repair],
    team: [repair],
    findings: ['We found a large indirect sac.', 'No direct defect was seen.'],
    description: ['The ilioinguinal nerve was spared.'],
    implants: ['A mesh was laid on the floor and fixed with 2-0 prolene.'],
    blood_loss: ['We lost about 20 ml of blood.'],
    counts: ['Swabs and instruments were all accounted for.'],
    plan: ['He will go home today.'],
  })
})

test('findings without a verb are findings', async () => {
  const note = await writeProven(
    'op_note',
    readScript(`
      surgeon: Right knee arthroscopy, performed by Mr Tan with Dr Price.
      surgeon: The patient is a 34 year old footballer with locking of the right knee.
      surgeon: Bucket handle tear of the medial meniscus. ACL intact. Two portals were used.
    `),
  )
  assert.deepEqual(textsOf(note), {
    indication: ['The patient is a 34 year old footballer with locking of the right knee.'],
    procedure: ['Right knee arthroscopy, performed by Mr Tan with Dr Price.'],
    team: ['Right knee arthroscopy, performed by Mr Tan with Dr Price.'],
    findings: ['Bucket handle tear of the medial meniscus.', 'ACL intact.'],
    description: ['Two portals were used.'],
  })
})

test('a talk about an operation is no dictation: only what points to a part stands in its note', async () => {
  const talk = readScript(`
    doctor: Your blood loss was small and there were no complications.
    patient: My brother is coming to fetch me.
    doctor: The mesh was placed on Monday.
  `)
  assert.ok(!JSON.stringify(await writeProven('op_note', talk)).includes('brother'))
})

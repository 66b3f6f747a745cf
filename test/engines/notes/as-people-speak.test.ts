import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Turn, writeNote } from '../../support/write-note.ts'

const told = async (...turns: Turn[]) => Object.values(await writeNote('soap_note', ...turns)).flat()

test('what a patient has given up is named by the question', async () => {
  assert.deepEqual(await told(['doctor', 'Do you smoke?'], ['patient', 'I used to, half a pack for ten years.']), [
    'The patient used to smoke, half a pack for 10 years.',
  ])
  assert.deepEqual(await told(['doctor', 'Are you still smoking?'], ['patient', 'I quit. Two years ago in May.']), [
    'The patient stopped smoking 2 years ago in May.',
  ])
  assert.deepEqual(await told(['doctor', 'Do you smoke?'], ['patient', 'I stopped smoking two years ago.']), [
    'The patient stopped smoking 2 years ago.',
  ])
})

test('a relative who is named and then meant again is told of once', async () => {
  assert.deepEqual(await told(['patient', 'My father, he had a stroke two years ago.']), [
    "The patient's father had a stroke 2 years ago.",
  ])
  assert.ok(
    (await told(['patient', 'I live with my wife, she works as a nurse.'])).every((text) => !/wife works/.test(text)),
  )
})

test('what is asked beside a symptom is not asked about that symptom', async () => {
  const statements = await told(
    ['doctor', 'Have you had any other symptoms at all besides the pain?'],
    ['patient', 'No, nothing else.'],
  )
  assert.ok(
    statements.every((text) => !/about at all/.test(text)),
    statements.join(' '),
  )
})

test('where a finger pointed stands with what was asked', async () => {
  const statements = await told(
    ['doctor', 'Where does the pain sit?'],
    ['patient', 'Right here, right over the heart, I think.'],
  )
  assert.ok(
    statements.every((text) => !/^(?:right )?here/i.test(text)),
    statements.join(' '),
  )
})

test('what is added without a sentence of its own stands with what it belongs to', async () => {
  const statements = await told(['patient', "I've been leaking. When I cough, or when I laugh."])
  assert.deepEqual(statements, ['The patient has been leaking, when they cough, or when they laugh.'])
})

test('what eases a pain is told of the pain, and not of the part of the body that was named last', async () => {
  const statements = await told([
    'patient',
    "I've got this pain in my chest and it goes up into my neck. If I sit up it eases off.",
  ])
  assert.ok(statements.includes('If the patient sits up the pain eases off.'), statements.join('\n'))
  const reach = await told(['patient', "I can't reach for anything over my head because then it really hurts."])
  assert.ok(
    reach.every((text) => !text.includes('head hurts')),
    reach.join('\n'),
  )
})

test('"worse with a deep breath" is said of the symptoms', async () => {
  const statements = await told(['doctor', 'Worse with a deep breath?'], ['patient', 'Oh yeah.'])
  assert.deepEqual(statements, ['The symptoms are worse with a deep breath.'])
})

test('a list of questions of which the last has a verb is quoted whole', async () => {
  const statements = await told(
    ['doctor', 'Any shortness of breath, palpitations, have you passed out?'],
    ['patient', 'No, nothing like that. Well, a little winded going up the stairs maybe.'],
  )
  assert.deepEqual(statements, [
    'Asked "Any shortness of breath, palpitations, have you passed out?": "No, nothing like that. Well, a little winded going up the stairs maybe."',
  ])
})

test('a bare answer to what was not understood is left out; an answer that needs its question has it', async () => {
  assert.deepEqual(await told(['patient', 'Yes it hurts.'], ['patient', "No, I haven't."]), [])
  assert.deepEqual(await told(['doctor', "What's your A1c running?"], ['patient', 'Last one was seven point eight.']), [
    'Asked what the A1c is running: "Last one was seven point eight."',
  ])
})

test('speech without marks keeps a condition with what is to be done, one order behind the other', async () => {
  const { plan } = await writeNote(
    'soap_note',
    [
      'doctor',
      "change the dressing once a day don't pop the blisters follow up with the burn clinic in two to three days and come back if it gets red streaks or pus or your fingers go numb",
    ],
    [
      'doctor',
      'drink lots of water and if you get a fever or you start throwing up or that back pain gets bad on one side then you need to be seen right away',
    ],
  )
  assert.ok(plan?.includes('Change the dressing once a day.'), plan?.join('\n'))
  assert.ok(
    plan?.some((text) => /^Follow up with the burn clinic.*come back if it gets red streaks/.test(text)),
    plan?.join('\n'),
  )
  assert.ok(
    plan?.some((text) => /fever.*gets bad on one side.*seen right away/.test(text)),
    plan?.join('\n'),
  )
})

test('readings in a row without marks are each whole', async () => {
  const { objective } = await writeNote('soap_note', [
    'doctor',
    "okay so your temp is ninety eight four pulse seventy eight you're a little tender over the bladder",
  ])
  assert.deepEqual(objective, ['The temp is 98.4.', 'Pulse is 78.', 'The patient is a little tender over the bladder.'])
})

test('when to come back is written down whatever else is said, whole', async () => {
  const { plan } = await writeNote('soap_note', [
    'doctor',
    "If he makes that noise when he's just sitting quietly, or he's sucking in under his ribs, or his lips look blue, then it's nine nine nine.",
  ])
  assert.equal(plan?.length, 1)
  assert.match(plan?.[0] ?? '', /lips look blue, then .*nine nine nine/)
})

test('a turn that holds both voices keeps the answers with the patient', async () => {
  const statements = await told([
    'doctor',
    'okay is anyone in your family had kidney stones yes my father had them and do you notice any blood i feel nauseated but i am not vomiting okay',
  ])
  assert.ok(
    statements.every((text) => !/the clinician/i.test(text)),
    statements.join('\n'),
  )
})

test('a side that opens a finding stays, and a finding is told as it was dictated', async () => {
  const { objective } = await writeNote('soap_note', [
    'doctor',
    "Okay so let's take a look. Right ear canal and drum are normal. Fixed flexion of fifteen degrees, flexion to eighty, no internal rotation, that's painful.",
  ])
  assert.deepEqual(objective, [
    'Right ear canal and drum are normal.',
    'Fixed flexion of 15 degrees, flexion to 80, no internal rotation, that is painful.',
  ])
})

test('what is no illness is no diagnosis', async () => {
  const statements = await told(
    ['doctor', "It's a contraceptive pill. It's a type of fluid replacement drink."],
    ['doctor', "It's very normal to have a rash when you've been bitten."],
  )
  assert.deepEqual(
    statements.filter((text) => /diagnosis|the patient has/i.test(text)),
    [],
  )
})

test('what a clinician suggests is advice to the patient', async () => {
  const statements = await told(['doctor', "I'd suggest we try mirtazapine instead, fifteen milligrams at night."])
  assert.deepEqual(statements, ['The patient is advised to try mirtazapine instead, 15 mg at night.'])
})

test('what the answer names is denied, and what it adds is told', async () => {
  assert.deepEqual(
    await told(
      ['doctor', 'Any chest pain or breathlessness?'],
      ['patient', "No chest pain. I'm a bit breathless on the hill."],
    ),
    ['The patient denies chest pain.', 'The patient is a bit breathless on the hill.'],
  )
  assert.deepEqual(await told(['doctor', 'Any weakness, is the foot dragging?'], ['patient', 'No.']), [
    'The patient denies weakness.',
    'The foot is not dragging.',
  ])
})

test('allergens that nobody knows by name are quoted with the question', async () => {
  assert.deepEqual(await told(['doctor', 'Any allergies?'], ['patient', 'Elastoplast. And latex.']), [
    'Asked about allergies: "Elastoplast. Latex."',
  ])
})

test('a condition that was spoken without a mark is of what follows it, and a parent is told to bring the child', async () => {
  const { plan } = await writeNote('soap_note', [
    'doctor',
    "you can keep doing the tylenol for the pain and fever if she's not better in two days or she gets a swelling behind her ear or she's really sleepy you bring her right back otherwise we'll recheck in two weeks",
  ])
  assert.deepEqual(plan, [
    'The patient can keep doing the Tylenol for the pain and fever.',
    'If the patient is not better in 2 days or she gets a swelling behind her ear or she is sleepy, bring her right back.',
    'Recheck in 2 weeks.',
  ])
})

test('how bad it gets is a number, and of no part of the body', async () => {
  const statements = await told(
    ['doctor', 'Where do you feel it?'],
    ['patient', "It's always on the left, behind my eye."],
    ['doctor', 'And how bad does it get?'],
    ['patient', 'Oh, like an eight out of ten.'],
  )
  assert.ok(
    statements.every((text) => !/eye gets/.test(text)) &&
      statements.some((text) => /(?:8|eight) out of (?:10|ten)/.test(text)),
    statements.join('\n'),
  )
})

test('a refusal is no denial of what was asked, and "no smoking" denies no drink', async () => {
  const statements = await told(
    ['doctor', 'Have we talked about resuscitation?'],
    ['patient', "I don't want that. We did the form with the nurse."],
    ['doctor', 'Do you smoke or drink?'],
    ['patient', 'No smoking. A glass of wine on Fridays.'],
  )
  assert.ok(
    statements.every((text) => !/has not talked|does not smoke or drink/.test(text)),
    statements.join('\n'),
  )
})

test('a diagnosis that is told to the patient by name is one', async () => {
  const { assessment } = await writeNote('soap_note', [
    'doctor',
    "Mr Dawes, I think you've got pneumonia on top of your COPD.",
  ])
  assert.deepEqual(assessment, ['The patient likely has pneumonia on top of the COPD.'])
})

test('a value that is quoted does not become a time of the day', async () => {
  const statements = await told([
    'patient',
    'Yeah so like my sugar, the blood sugar is running at about one thirty I guess you know.',
  ])
  assert.ok(
    statements.every((text) => !text.includes('1:30')),
    statements.join('\n'),
  )
})

test('a condition never stands without what is to be done', async () => {
  const { plan } = await writeNote('soap_note', [
    'doctor',
    "If you can't pee, or you lose control of your bowels, or both legs go, you go straight to A and E, day or night.",
  ])
  assert.ok(plan?.some((text) => /legs go, .*A and E/.test(text)) === true, plan?.join('\n'))
})

test('advice that is agreed to is told, and is no offer that was refused', async () => {
  const statements = await told(['doctor', 'You should take the tablets with food.'], ['patient', 'Yes, I do.'])
  assert.deepEqual(statements, ['The patient should take the tablets with food.'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intron } from '../../../src/api/doors/intron/routes.ts'
import { DOORS } from '../../../src/server/doors.ts'
import { openTestSystem } from '../../support/open-test-system.ts'
import { openReceiver } from '../../support/receiver.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { submissionOf } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

test('a callback waits while its door is not open; a built-in door that is closed still calls back', async () => {
  await using receiver = await openReceiver((_, response) => response.end())
  const open = DOORS.filter((door) => door !== intron)
  await using osler = await openTestSystem({ doors: [DOORS[0], ...open.slice(1)], allowHosts: ['127.0.0.1'] })
  const { capabilitiesOf, forDoors } = osler.system
  const submit = (door: string) =>
    capabilitiesOf(door).intake.submit(
      'default',
      submissionOf({
        ...{ source: { type: 'transcript', transcript: transcriptOf(['Good morning.']) }, kinds: [] },
        ...{ callbackUrl: `${receiver.address}/${door}`, doorState: { fileName: 'x', diarization: false } },
      }),
    )
  const closed = await submit('acme')
  await until('its delivery is tried', async () => {
    const { values } = await forDoors.metrics.tasksThrown.get()
    return values.some(({ labels, value }) => labels.task === 'deliver' && value > 0)
  })
  const found = await capabilitiesOf('native').jobs.find('default', closed.id)
  assert.deepEqual([found?.status, found?.delivery], ['succeeded', 'pending'])
  await submit('intron')
  const called = await until('the built-in door calls back', () => receiver.received[0])
  assert.equal(called.path, '/intron')
  assert.match(called.body, /"audio_file_name":"x".*"audio_transcript":"Good morning\."/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../src/domain/ids.ts'
import { redeliver } from '../../../src/pipeline/jobs/retry.ts'
import { countDeliveryAttempts, recordDeliveryAttempt, setDelivery } from '../../../src/store/deliveries.ts'
import { findAnyJob, finishJob } from '../../../src/store/jobs.ts'
import { openQueue } from '../../../src/store/queue.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { DATABASES } from '../../support/databases.ts'
import { insertSubmission } from '../../support/submissions.ts'

for (const backend of DATABASES) {
  test(`a dead letter that is sent again has all its attempts before it, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await using queue = await openQueue(opened.database, assert.fail)
    await ensureTenant(db, 'a')
    const { id } = await insertSubmission(db, { callbackUrl: 'https://h/x', clientRequestId: newId() })
    await assert.rejects(redeliver({ db, queue }, id), { code: 'not_ready' })
    await finishJob(db, id)
    for (let count = 0; count < 9; count++) await recordDeliveryAttempt(db, id, { outcome: 'try again', status: 500 })
    await setDelivery(db, id, 'dead')
    assert.equal(await countDeliveryAttempts(db, id), 9)
    await redeliver({ db, queue }, id)
    assert.equal(await countDeliveryAttempts(db, id), 0)
    assert.equal((await findAnyJob(db, id))?.delivery, 'pending')
  })
}

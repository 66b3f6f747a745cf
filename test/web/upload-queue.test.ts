import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Following } from '../../web/src/send-file.ts'
import { type Sending, UploadQueue } from '../../web/src/upload-queue.ts'

const file = (name: string) => new File(['sound'], name)

/** A queue whose files are sent by hand: each call waits until it is told how it ended. */
function openQueue() {
  const calls: { name: string; following: Following; end: () => void; fail: (error: Error) => void }[] = []
  const sent: string[] = []
  let shown: readonly Sending[] = []
  const queue = new UploadQueue(
    (given, _visit, following) =>
      new Promise((end, fail) => {
        following.signal.addEventListener('abort', () => fail(new Error('put away')))
        if (following.signal.aborted) fail(new Error('put away'))
        else calls.push({ name: given.name, following, end, fail })
      }),
    (sendings) => {
      shown = sendings
    },
    (name) => sent.push(name),
  )
  return {
    queue,
    calls,
    sent,
    shown: () => shown.map(({ name, share, trouble, error }) => ({ name, share, trouble, error })),
  }
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

test('files are sent one after the other, and go from the list when they are there', async () => {
  const { queue, calls, sent, shown } = openQueue()
  const all = queue.add([file('a.wav'), file('b.wav')])
  assert.deepEqual([calls.map(({ name }) => name), shown().length], [['a.wav'], 2])
  calls[0]?.end()
  await pause()
  assert.deepEqual([calls.map(({ name }) => name), sent, shown().length], [['a.wav', 'b.wav'], ['a.wav'], 1])
  calls[1]?.end()
  await all
  assert.deepEqual([sent, shown()], [['a.wav', 'b.wav'], []])
})

test('what holds a file up is said until it goes on', () => {
  const { queue, calls, shown } = openQueue()
  void queue.add([file('a.wav')])
  calls[0]?.following.onTrouble('Not reached.')
  assert.equal(shown()[0]?.trouble, 'Not reached.')
  calls[0]?.following.onShare(0.5)
  assert.deepEqual(shown(), [{ name: 'a.wav', share: 0.5, trouble: '', error: '' }])
})

test('what is refused stays with its reason while the next is sent, and can be sent again', async () => {
  const { queue, calls, sent, shown } = openQueue()
  const all = queue.add([file('a.txt'), file('b.wav')])
  calls[0]?.fail(new Error('No recording.'))
  await pause()
  calls[1]?.end()
  await all
  assert.deepEqual([shown().map(({ name, error }) => [name, error]), sent], [[['a.txt', 'No recording.']], ['b.wav']])
  const first: Sending = { id: 0, name: 'a.txt', file: file('a.txt'), share: 0, visit: {}, stop: new AbortController() }
  const again = queue.start(first)
  assert.equal(shown()[0]?.error, '')
  calls[2]?.end()
  await again
  assert.deepEqual([shown(), sent], [[], ['b.wav', 'a.txt']])
})

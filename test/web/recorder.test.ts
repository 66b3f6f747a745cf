import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecorderTools, RecorderView, Take, Way } from '../../web/src/recorder.ts'
import { keepInMemory } from './page.ts'

const { Recorder } = await import('../../web/src/recorder.ts')
const { Recording } = await import('../../web/src/microphone.ts')

/** A browser's recorder that gives a second of sound when it is told to. */
class MadeRecorder {
  static made: MadeRecorder[] = []
  state = 'inactive'
  ondataavailable = (_: { data: Blob }) => {}
  onstop = () => {}
  constructor() {
    MadeRecorder.made.push(this)
  }
  start = () => this.#become('recording')
  pause = () => this.#become('paused')
  resume = () => this.#become('recording')
  stop() {
    this.#become('inactive')
    this.hear()
    this.onstop()
  }
  hear() {
    this.ondataavailable({ data: new Blob(['second']) })
  }
  #become(state: string) {
    this.state = state
  }
}
Object.defineProperty(globalThis, 'MediaRecorder', { value: MadeRecorder })

/** A microphone with one track, as much of it as a recording uses. */
const openStream = () => Object.assign(new EventTarget(), { getTracks: () => [{ stop() {} }] })

/** A way that keeps in memory and sends what `send` says. */
function openWay(kept = keepInMemory(), send?: Take['send'], record?: Way['record']): Way {
  const made: Way = {
    name: 'live',
    async record() {
      const recording = new Recording(openStream() as MediaStream, kept)
      return Object.assign(recording, {
        send:
          send ??
          (async (onSent) => {
            while (!recording.isOver) await new Promise((next) => setTimeout(next, 1))
            onSent({ consultationId: 'c1', savedMs: 1000 })
            await kept.forgetAll()
            return 'c1'
          }),
      })
    },
    readKept: async () => ({
      async send(onSent) {
        onSent({ consultationId: 'c1' })
        await kept.forgetAll()
        return 'c1'
      },
    }),
    countSeconds: () => kept.countSeconds(),
    forgetAll: () => kept.forgetAll(),
  }
  return record ? { ...made, record } : made
}

/** A recorder with what a page would give it, and what the page saw and did. */
function openRecorder(way: Way = openWay(), changes: Partial<RecorderTools> = {}) {
  const seen = { states: [] as string[], said: [] as string[], opened: [] as string[], page: '#/' }
  let view: RecorderView = { state: 'idle' }
  const recorder = new Recorder({
    ways: [way],
    choose: async () => way,
    alone: (action) => action(),
    attempt: (action) => action().catch((error: Error) => void seen.said.push(error.message)),
    say: (sentence) => void (sentence && seen.said.push(sentence)),
    page: { read: () => seen.page, open: (hash) => void seen.opened.push(hash) },
    onView(next) {
      view = next
      if (seen.states.at(-1) !== next.state) seen.states.push(next.state)
    },
    onSent() {},
    ...changes,
  })
  const started = () => new Promise((resolve) => setTimeout(resolve, 5))
  return { recorder, seen, started, view: () => view }
}

test('a recording is made, sent and opened where the person stopped it', async () => {
  const { recorder, seen, started, view } = openRecorder()
  const over = recorder.record()
  await started()
  recorder.pause()
  recorder.goOn()
  recorder.stop()
  await over
  assert.deepEqual(seen.states.slice(-5), ['recording', 'paused', 'recording', 'sending', 'idle'])
  assert.deepEqual(seen.opened.at(-1), '#/consultations/c1')
  assert.deepEqual([seen.said, view().sent?.savedMs], [[], 1000])
})

test('its consultation is opened as soon as there is one, and once', async () => {
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const way = openWay(keepInMemory(), async (onSent) => {
    onSent({ consultationId: 'c1', savedMs: 1000 })
    onSent({ consultationId: 'c1', savedMs: 2000 })
    await isOver
    return 'c1'
  })
  const { recorder, seen, started } = openRecorder(way)
  const over = recorder.record()
  await started()
  assert.deepEqual(seen.opened, ['#/consultations/c1'])
  seen.page = '#/settings'
  recorder.leave()
  end()
  await over
  assert.deepEqual(seen.opened, ['#/consultations/c1'])
})

test('whoever went to another page meanwhile stays there', async () => {
  const { recorder, seen, started } = openRecorder()
  const over = recorder.record()
  await started()
  recorder.stop()
  seen.page = '#/settings'
  await over
  assert.deepEqual(seen.opened, [])
})

test('what a closed window left is offered before anything new is recorded, and may be gone on with', async () => {
  const kept = keepInMemory([{ number: 0, seconds: [new Blob(['kept'])] }])
  const { recorder, view, seen, started } = openRecorder(openWay(kept))
  await recorder.record()
  assert.deepEqual([view().state, view().kept, view().take], ['idle', { way: 'live', seconds: 1 }, undefined])
  const over = recorder.goOnKept()
  await started()
  assert.equal(view().state, 'recording')
  recorder.stop()
  await over
  assert.deepEqual([view().kept, seen.opened.at(-1)], [undefined, '#/consultations/c1'])
})

test('what a closed window left is sent as it is', async () => {
  const kept = keepInMemory([{ number: 0, seconds: [new Blob(['kept'])] }])
  const { recorder, view, seen } = openRecorder(openWay(kept))
  await recorder.readKept()
  await recorder.sendKept()
  assert.deepEqual([view().kept, seen.opened], [undefined, ['#/consultations/c1']])
})

test('a sending that fails does not end the recording, and what was heard stays and is offered', async () => {
  const way = openWay(keepInMemory(), () => Promise.reject(new Error('Revoked.')))
  const { recorder, seen, started, view } = openRecorder(way)
  const over = recorder.record()
  await started()
  assert.deepEqual([view().state, seen.said], ['recording', ['Revoked.']])
  recorder.stop()
  await over
  assert.deepEqual([view().state, view().kept?.seconds], ['idle', 1])
  await recorder.discard()
  assert.equal(view().kept, undefined)
})

test('a microphone that is refused is said, and nothing is recorded', async () => {
  const way = openWay(keepInMemory(), undefined, () => Promise.reject(new Error('No microphone.')))
  const { recorder, seen, view } = openRecorder(way)
  await recorder.record()
  assert.deepEqual([seen.said, view().state, view().take], [['No microphone.'], 'idle', undefined])
})

test('a recording is cut into segments of ten seconds, and the next begins before the last one ends', async () => {
  MadeRecorder.made = []
  const kept = keepInMemory()
  const recording = new Recording(openStream() as MediaStream, kept)
  for (let second = 0; second < 10; second++) MadeRecorder.made[0]?.hear()
  assert.deepEqual(
    MadeRecorder.made.map(({ state }) => state),
    ['inactive', 'recording'],
  )
  recording.stop()
  await recording.ended
  assert.deepEqual([recording.wholeSegments, recording.isOver], [2, true])
  assert.deepEqual(
    kept.segments.map(({ number, seconds }) => [number, seconds.length]),
    [
      [0, 11],
      [1, 1],
    ],
  )
})

test('a second that cannot be kept ends the recording with what was wrong', async () => {
  MadeRecorder.made = []
  const full = { keepSecond: () => Promise.reject(new Error('The disk is full.')) }
  const recording = new Recording(openStream() as MediaStream, full)
  recording.stop()
  await assert.rejects(recording.ended, /The disk is full/)
})

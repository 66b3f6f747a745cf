import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewItem, StoredItem } from '../../../src/domain/session.ts'
import { mergeOverlaps } from '../../../src/pipeline/sessions/merge-overlaps.ts'
import { type HeardRecording, planAppend } from '../../../src/pipeline/sessions/plan-append.ts'
import { anyLength, cutSpeech, hearChunk, makeSpeech, shuffle } from '../../support/made-series.ts'
import { makeRandom } from '../../support/random.ts'
import { spoken } from '../../support/spoken-words.ts'

/** A series in memory: what `appendToSession` does, without a database. */
class Series {
  readonly items = new Map<string, StoredItem>()
  readonly merged = new Map<string, string>()
  readonly heard: Omit<HeardRecording, 'startMs'>[] = []
  #number = 0

  /** Hears a chunk; answers how many items were written. */
  hear(
    chunk: Omit<HeardRecording, 'startMs' | 'recordingId' | 'language' | 'isPunctuated'>,
    isPunctuated = true,
  ): number {
    const recordingId = `r${chunk.position}`
    this.heard.push({ ...chunk, recordingId, language: 'en', isPunctuated })
    this.heard.sort((a, b) => a.position - b.position)
    const placed = this.placed()
    let first = placed.findIndex((one) => one.recordingId === recordingId)
    const own = first
    while (placed[first - 1]?.position === (placed[first]?.position ?? 0) - 1) first--
    let end = own + 1
    while (placed[end]?.position === (placed[end - 1]?.position ?? 0) + 1) end++
    const run = placed.slice(first, end)
    const around = {
      run,
      items: [...this.items.values()].filter((item) => run.some((place) => place.recordingId === item.recordingId)),
      heard: run.filter(({ position }) => Math.abs(position - chunk.position) <= 2),
    }
    const { added, revised, merged } = planAppend(around, recordingId)
    for (const item of added) this.#store({ ...item, id: `i${++this.#number}` })
    for (const item of revised) this.#store(item)
    for (const [id, into] of merged) {
      assert.ok(this.items.delete(id), `${id} is there to be merged`)
      for (const [old, its] of this.merged) if (its === id) this.merged.set(old, into)
      this.merged.set(id, into)
    }
    return added.length + revised.length + merged.size
  }

  #store(item: StoredItem): void {
    this.items.set(item.id, item)
  }

  placed(): HeardRecording[] {
    let startMs = 0
    return this.heard.map((one) => {
      const placed = { ...one, startMs }
      startMs += one.durationMs
      return placed
    })
  }

  answers = (id: string) => this.items.has(id) || this.items.has(this.merged.get(id) ?? '')

  /** All words in order of time. */
  words(): string[] {
    const startOf = new Map(this.placed().map((one) => [one.recordingId, one.startMs]))
    const timeOf = (item: NewItem) => startOf.get(item.recordingId) ?? 0
    return [...this.items.values()]
      .flatMap((item) => item.words.map((word) => ({ text: word.text, startMs: word.startMs + timeOf(item) })))
      .sort((a, b) => a.startMs - b.startMs)
      .map(({ text }) => text)
  }

  texts(): string[] {
    const startOf = new Map(this.placed().map((one) => [one.recordingId, one.startMs]))
    const timeOf = (item: StoredItem) => (startOf.get(item.recordingId) ?? 0) + item.startMs
    return [...this.items.values()].sort((a, b) => timeOf(a) - timeOf(b)).map(({ text }) => text)
  }
}

test('over 100 random orders of arrival every id that was given still answers, and each word counts once', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const chance = makeRandom(seed)
    const speech = makeSpeech(chance, 150)
    const chunks = cutSpeech(anyLength(chance), speech)
    const series = new Series()
    const given = new Set<string>()
    const there = new Set<number>()
    // A chunk's sound comes some time before it is heard: its neighbours may be heard with it or without it meanwhile.
    const order = shuffle(chance, chunks.length)
    for (const [at, position] of order.entries()) {
      for (const early of order.slice(0, at + 1 + chance.below(3))) there.add(early)
      series.hear(hearChunk(speech, chunks, position, (other) => there.has(other)))
      for (const id of series.items.keys()) given.add(id)
      for (const id of given) assert.ok(series.answers(id), `seed ${seed}: ${id} answers after chunk ${position}`)
      const settled = mergeOverlaps(
        series.placed().map(({ items, ...one }) => ({
          ...one,
          words: items.flatMap(({ words }) => words.map((word) => ({ word }))),
        })),
      )
      const wanted = settled.flatMap(({ words }) => words.map(({ word }) => word.text))
      assert.deepEqual(series.words().toSorted(), wanted.toSorted(), `seed ${seed}, chunk ${position}`)
    }
  }
})

/** A chunk of 4 s with one word every 400 ms, from `startMs` of its own time on; each sentence is an item. */
function chunk(position: number, sentences: string[], startMs = 0, overlap = { beforeMs: 0, afterMs: 0 }) {
  let atMs = startMs
  const items = sentences.map((text, index) => {
    const words = text.split(' ').map((word) => {
      const startMs = atMs
      atMs += 400
      return { text: word, startMs, endMs: startMs + 300 }
    })
    const times = { startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 }
    return { id: `i${index + 1}`, text, speaker: 'unspecified' as const, ...times, words }
  })
  return { position, durationMs: 4000, overlap, items }
}

test('a sentence that a border cut becomes one, under the id of its beginning, and nothing else is touched', () => {
  const series = new Series()
  series.hear(chunk(0, ['Good morning.', 'I have had', 'a', 'a headache for']))
  const before = new Map(series.items)
  assert.equal(series.hear(chunk(1, ['three days.', 'It is worse today.'])), 2)
  assert.deepEqual(series.texts(), ['Good morning.', 'I have had', 'a', 'a headache for 3 days.', 'It is worse today.'])
  for (const id of ['i1', 'i2', 'i3']) assert.equal(series.items.get(id), before.get(id))
  assert.equal(series.items.get('i4')?.text, 'a headache for 3 days.')
})

test('a chunk that comes between two others takes their halves together, and both ids answer', () => {
  const series = new Series()
  series.hear(chunk(0, ['It began on', 'the way']))
  series.hear(chunk(2, ['in the night.', 'I slept badly.']))
  const [half, rest] = ['the way', 'in the night.'].map((text) =>
    [...series.items.values()].find((item) => item.text === text),
  )
  series.hear(chunk(1, ['home and got worse']))
  assert.deepEqual(series.texts(), ['It began on', 'the way home and got worse in the night.', 'I slept badly.'])
  const whole = [...series.items.values()].find(({ text }) => text.startsWith('the way'))
  for (const id of [half?.id ?? '', rest?.id ?? '']) {
    assert.equal(id === whole?.id ? id : series.merged.get(id), whole?.id)
  }
})

test('a word that was half heard gives its id to what was heard in its place', () => {
  const series = new Series()
  series.hear(chunk(0, ['one two three four five six seven.', 'Eight.', 'Hip']))
  const id = [...series.items.values()].find(({ text }) => text === 'Hip')?.id ?? ''
  series.hear(chunk(1, ['seven.', 'Eight.', 'Hypertension since May.'], -1600, { beforeMs: 2000, afterMs: 0 }))
  const answer = series.items.get(id) ?? series.items.get(series.merged.get(id) ?? '')
  assert.equal(answer?.text, 'Hypertension since May.')
})

test('what is heard a second time is not there twice', () => {
  const series = new Series()
  series.hear(chunk(0, ['Good morning.', 'I have']))
  series.hear(chunk(1, ['a cough.', 'And a fever']))
  series.heard.pop()
  assert.equal(series.hear(chunk(1, ['a cough.', 'And a fever'])), 0)
})

test('a silent chunk changes nothing, and the sentences on either side of a missing one stay apart', () => {
  const series = new Series()
  series.hear(chunk(0, ['I have']))
  series.hear(chunk(3, ['a cough.']))
  assert.deepEqual(series.texts(), ['I have', 'a cough.'])
  assert.equal(series.hear(chunk(1, [])), 0)
})

test('sentences of two voices are not made one at a border', () => {
  const series = new Series()
  const of = (speakerLabel: string, one: ReturnType<typeof chunk>) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, speakerLabel })),
  })
  series.hear(of('SPEAKER_01', chunk(0, ['do you smoke'])))
  assert.equal(series.hear(of('SPEAKER_02', chunk(1, ['not any more.']))), 1)
  assert.deepEqual(series.texts(), ['do you smoke', 'not any more.'])
})

test('words of an engine without marks are cut into sentences across a border', () => {
  const series = new Series()
  const heard = (position: number, text: string) => {
    const words = spoken(text)
    const item = { id: 'i1', text, speaker: 'unspecified' as const, startMs: 0, endMs: words.at(-1)?.endMs ?? 0, words }
    return { position, durationMs: item.endMs, overlap: { beforeMs: 0, afterMs: 0 }, items: [item] }
  }
  series.hear(heard(0, 'I take aspirin every'), false)
  series.hear(heard(1, 'morning [900] do you smoke'), false)
  assert.deepEqual(series.texts(), ['I take aspirin every morning.', 'Do you smoke?'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatSubtitles } from '../../src/domain/subtitles.ts'
import type { Transcript } from '../../src/domain/transcript.ts'
import { spoken, transcriptOf } from '../support/spoken-words.ts'

function labelled(transcript: Transcript): Transcript {
  const items = transcript.items.map((item, index) => ({ ...item, speakerLabel: `SPEAKER_0${(index % 2) + 1}` }))
  return { ...transcript, items }
}

test('SubRip numbers its cues and writes a comma before the milliseconds', () => {
  assert.equal(
    formatSubtitles(transcriptOf(['Any pain?', 'No.']), 'srt'),
    '1\n00:00:00,000 --> 00:00:00,500\nAny pain?\n\n2\n00:00:10,000 --> 00:00:10,250\nNo.\n',
  )
})

test('WebVTT names the voice of a label', () => {
  const text = formatSubtitles(labelled(transcriptOf(['Any pain?', 'No.'])), 'vtt')
  assert.equal(
    text,
    'WEBVTT\n\n00:00:00.000 --> 00:00:00.500\n<v SPEAKER_01>Any pain?\n\n00:00:10.000 --> 00:00:10.250\n<v SPEAKER_02>No.\n',
  )
})

test('WebVTT escapes what would be markup', () => {
  assert.match(formatSubtitles(transcriptOf(['A <b> & c -->']), 'vtt'), /\nA &lt;b&gt; &amp; c --&gt;\n/)
})

test('hours are counted', () => {
  const transcript = transcriptOf(['Still here.'])
  const late = {
    ...transcript,
    items: transcript.items.map((item) => ({ ...item, words: spoken(item.text, 3_723_004) })),
  }
  assert.match(formatSubtitles(late, 'vtt'), /01:02:03\.004 --> 01:02:03\.504/)
})

test('a long item is shown in several cues that lose no word and do not overlap', () => {
  const sentence = 'word '.repeat(80).trim()
  const cues = formatSubtitles(transcriptOf([sentence]), 'srt')
    .trim()
    .split('\n\n')
  assert.ok(cues.length > 3)
  const lines = cues.map((cue) => cue.split('\n')[2] ?? '')
  assert.ok(lines.every((line) => line.length <= 84))
  assert.equal(lines.join(' '), sentence)
  const times = cues.map((cue) => (cue.split('\n')[1] ?? '').split(' --> '))
  for (const [index, [start = '']] of times.slice(1).entries()) assert.ok((times[index]?.[1] ?? '') <= start)
})

test('a silent recording gives an empty file of its format', () => {
  assert.equal(formatSubtitles(transcriptOf([]), 'srt'), '')
  assert.equal(formatSubtitles(transcriptOf([]), 'vtt').trim(), 'WEBVTT')
})

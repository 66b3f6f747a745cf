import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSampleDecoder } from '../../src/audio/decode-samples.ts'

test('fractions become samples of 16 bits, also where one is cut in two, and no number is silence', () => {
  const decode = openSampleDecoder('float32')
  const coded = Buffer.from(new Float32Array([0, 0.5, -1, 2, Number.NaN]).buffer)
  const pcm = Buffer.concat([decode(coded.subarray(0, 6)), decode(coded.subarray(6))])
  assert.deepEqual([...new Int16Array(pcm.buffer, pcm.byteOffset, 5)], [0, 16_384, -32_768, 32_767, 0])
})

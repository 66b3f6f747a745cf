import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOrderFile } from '../../../src/clinical/en/order-file.ts'
import { ORDER_FILE, orderLine } from '../../support/order-file.ts'

const bytesOf = (lines: readonly string[], end = '\n') => new TextEncoder().encode(lines.join(end) + end)
const refused = (bytes: Uint8Array, says: RegExp) =>
  assert.throws(() => readOrderFile(bytes), { code: 'codes_invalid', message: says })

test('each line gives a code with its point, its long description, and whether it can be billed', () => {
  const rows = readOrderFile(bytesOf(ORDER_FILE))
  assert.deepEqual(rows[0], { code: 'I10', isBillable: true, display: 'Essential (primary) hypertension' })
  assert.deepEqual(
    rows.map(({ code, isBillable }) => [code, isBillable]),
    [
      ['I10', true],
      ['J45', false],
      ['J45.909', true],
      ['R05.9', false],
    ],
  )
})

test('lines may end as Windows ends them, and letters may be those of Windows', () => {
  assert.equal(readOrderFile(bytesOf(ORDER_FILE, '\r\n')).length, ORDER_FILE.length)
  const line = orderLine(
    1,
    'H8109',
    1,
    'Menieres disease, unspecified ear',
    "M\u00e9ni\u00e8re's disease, unspecified ear",
  )
  const [row] = readOrderFile(Buffer.from(`${line}\n`, 'latin1'))
  assert.equal(row?.display, "M\u00e9ni\u00e8re's disease, unspecified ear")
})

test('an empty file, an archive and another text are refused, each with what is wrong', () => {
  refused(new Uint8Array(), /^The file is empty\.$/)
  refused(Buffer.from('PK\u0003\u0004 and so on'), /^The file is no text\. If it is the archive, unpack it first\.$/)
  refused(Buffer.from('code,title\nA00,"Cholera"\n'), /^Line 1 ends after 10 characters; /)
  refused(Buffer.from('{"codes": []}'.padEnd(200)), /^Line 1 does not begin with an order number of 5 digits\.$/)
})

test('half a line at the end of a file that broke off is named by its number', () => {
  refused(bytesOf([...ORDER_FILE, ORDER_FILE[0]?.slice(0, 40) ?? '']), /^Line 5 ends after 40 characters; /)
})

test('a wrong column, a second line of one code and numbers that fall are refused', () => {
  const [first = '', second = ''] = ORDER_FILE
  refused(bytesOf([`00001 i10     1${first.slice(15)}`]), /^Line 1 has no code of ICD-10-CM in characters 7 to 13\.$/)
  refused(bytesOf([`${first.slice(0, 14)}2${first.slice(15)}`]), /^Line 1 has neither 0 nor 1 in character 15\.$/)
  refused(bytesOf([`${first.slice(0, 76)}x${first.slice(77)}`]), /^Line 1 has other columns than an order file\.$/)
  refused(bytesOf([orderLine(1, 'I10', 1, 'Hypertension', '     ')]), /^Line 1 has no description\.$/)
  refused(bytesOf([first, first.replace('00001', '00002')]), /^Line 2 has a code that an earlier line has\.$/)
  refused(bytesOf([second, first]), /^Line 2 has the order number 1 behind 2: they must rise\.$/)
})

test('what a refused file says is never repeated', () => {
  const line = orderLine(1, 'I10', 1, 'x', 'y').replace('I10', 'Ann')
  assert.throws(
    () => readOrderFile(bytesOf([line])),
    (error: Error) => !error.message.includes('Ann'),
  )
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CONVERTED } from '../../bench/evaluation/convert.ts'
import { fetchData, type PublicData, readSources } from '../../bench/evaluation/fetch.ts'

const folder = await mkdtemp(join(tmpdir(), 'osler-test-data-'))
after(() => rm(folder, { recursive: true }))

/** A host that has one text at every path, and tells what it was asked for. */
async function openHost(text: string, status = 200) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(status).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    host: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const sourceOf = (text: string): PublicData => ({
  repository: 'somebody/data',
  commit: 'abc123',
  licence: 'CC BY 4.0',
  files: { 'a/b.csv': createHash('sha256').update(text).digest('hex') },
})

test('a file is fetched of its commit, once, and kept below its repository', async () => {
  await using host = await openHost('words')
  await fetchData([sourceOf('words')], folder, host.host)
  await fetchData([sourceOf('words')], folder, host.host)
  assert.deepEqual(host.asked, ['/somebody/data/abc123/a/b.csv'])
  assert.equal(await readFile(join(folder, 'published/somebody/data/a/b.csv'), 'utf8'), 'words')
})

test('a file with other bytes is not taken, and neither is an answer that is none', async () => {
  const elsewhere = join(folder, 'elsewhere')
  await using host = await openHost('other words')
  await assert.rejects(fetchData([sourceOf('words')], elsewhere, host.host), /a\/b\.csv is not the file that it was/)
  await assert.rejects(readFile(join(elsewhere, 'published/somebody/data/a/b.csv')), { code: 'ENOENT' })
  await using gone = await openHost('', 404)
  await assert.rejects(fetchData([sourceOf('words')], elsewhere, gone.host), /answered 404/)
})

/** A file of each data set, as its publisher writes it. */
const PUBLISHED: Record<string, string> = {
  'data/challenge_data/valid.csv':
    'dataset,encounter_id,dialogue,note\nvirtscribe,D2N1,"[doctor] hi , ""bob"" .\n[patient] hi .",NOTE\n',
  'Main-Dataset/MTS-Dialog-ValidationSet.csv':
    'ID,section_header,section_text,dialogue\r\n0,GENHX,Well.,"Doctor: How are you?\r\nWell?\r\nPatient: Yes."\r\n',
  'data/orders_data.json': JSON.stringify({
    train: [
      {
        id: 'acibench_D2N1_virtscribe_valid',
        expected_orders: [{ order_type: 'lab', description: 'x', reason: null }],
      },
      { id: 'acibench_D2N9_aci_clef_taskC_test3', expected_orders: [] },
    ],
  }),
  'data/test_orders_data.json': '{"test":[{"id":"primock57_5_1","expected_orders":[]}]}',
}
const convert = (path: string) =>
  CONVERTED[path]?.(async (_, file) => {
    const speaker = file.includes('doctor')
      ? ['1', '2', 'Hello <UNSURE>there</UNSURE>.']
      : ['0.5', '0.9', '<UNIN/> Hi.']
    return PUBLISHED[file] ?? `xmin = ${speaker[0]} \n xmax = ${speaker[1]} \n text = "${speaker[2]}" \n`
  })

test('published files become what the benches read: dialogues by turn, orders by dialogue, no test parts', async () => {
  assert.deepEqual(await convert('data/aci-bench/valid.json'), [
    {
      id: 'D2N1',
      subset: 'virtscribe',
      dialogue: '[doctor] hi , "bob" .\n[patient] hi .',
      turns: [
        { speaker: 'doctor', text: 'hi , "bob" .' },
        { speaker: 'patient', text: 'hi .' },
      ],
      note: 'NOTE',
    },
  ])
  const [dialogue] = (await convert('data/mts-dialog/valid.json')) as { id: string; turns: object[] }[]
  assert.equal(dialogue?.id, 'valid-0')
  assert.deepEqual(dialogue?.turns, [
    { speaker: 'doctor', text: 'How are you? Well?' },
    { speaker: 'patient', text: 'Yes.' },
  ])
  assert.deepEqual(await convert('data/simord-orders/aci-bench.valid.json'), [
    { id: 'D2N1', orders: [{ order_type: 'lab', description: 'x', reason: null }] },
  ])
  assert.deepEqual(await convert('data/simord-orders/primock57.dev.json'), [])
  const consultations = (await convert('data/primock57/dev.json')) as { id: string; turns: object[] }[]
  assert.equal(consultations.length, 25)
  assert.deepEqual(consultations[0]?.turns, [
    { speaker: 'patient', start: 0.5, end: 0.9, text: 'Hi.' },
    { speaker: 'doctor', start: 1, end: 2, text: 'Hello there .' },
  ])
})

test('no published test part is among the files', async () => {
  const paths = (await readSources()).flatMap(({ files }) => Object.keys(files))
  assert.deepEqual(
    paths.filter((path) => /taskB|taskC|TestSet|day[345]_/.test(path)),
    [],
  )
})

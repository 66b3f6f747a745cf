import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'
import { operatorTokenFile } from '../../src/platform/secrets.ts'
import { announceAddress, claimFolder } from '../../src/platform/server-file.ts'
import { OSLER, TEST_SETTINGS } from '../support/osler-process.ts'

test('of an error that is not ours a command tells name and frames, never what it quotes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-failures-'))
  // What is no JSON is quoted by the error of who reads it.
  const server = createServer((_, response) => void response.end('The patient said that she drinks.'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await using _claimed = await claimFolder(folder, 'alone')
  await announceAddress(folder, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const token = operatorTokenFile(folder)
  await mkdir(dirname(token), { recursive: true })
  await writeFile(token, 'a token')

  const env = { OSLER_DATA: folder, ...TEST_SETTINGS }
  const { stderr, stdout, exitCode } = await execa(OSLER, ['keys', 'list'], { env, reject: false })
  server.close()
  assert.equal(exitCode, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /^Internal error\.\n/)
  assert.match(stderr, /"name": "SyntaxError"/)
  assert.match(stderr, /"at .*operator-client\.ts:\d+:\d+/)
  assert.doesNotMatch(stderr, /patient/)
  await rm(folder, { recursive: true })
})

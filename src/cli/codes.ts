import { Command } from 'commander'
import type { CodeRelease } from '../domain/code-release.ts'
import { importRelease, listCodes } from '../server/codes.ts'
import type { Config } from '../server/settings.ts'
import { printJson, printTable } from './print.ts'

/** `osler codes import|list` */
export function codes(config: Config): Command {
  const command = new Command('codes').description('Import a release of ICD-10-CM, and show which codes are printed.')

  command
    .command('import')
    .description('Take in the official order file; it replaces the release that was there, also in a running server.')
    .argument('<file>', 'icd10cm-order-YEAR.txt, unpacked, from www.cdc.gov/nchs/icd/icd-10-cm')
    .option('--json', 'print JSON')
    .action((file: string, options: { json?: boolean }) => take(config, file, options.json === true))

  command
    .command('list')
    .description('Show the codes that the built-in writer knows, as they are printed.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => list(config, options.json === true))

  return command
}

async function take(config: Config, file: string, json: boolean): Promise<void> {
  const { release, faults: leftOut } = await importRelease(config, file)
  const { name } = release
  const total = release.codes.size
  const billable = [...release.codes.values()].filter(({ isBillable }) => isBillable).length
  if (json) return printJson({ name, codes: total, billable, leftOut })
  console.log(`Imported ${total} codes from ${name}; ${billable} of them can be billed.`)
  if (leftOut.length > 0) console.log(`The writer will not print ${leftOut.length} of its codes:`)
  for (const fault of leftOut) console.log(`  ${fault}`)
}

async function list(config: Config, json: boolean): Promise<void> {
  const { release, codes: known } = await listCodes(config)
  if (json) return printJson({ ...nameOf(release), codes: known })
  console.error(release ? `Of ${release.name}.` : 'Of the built-in table: no release was imported.')
  printTable(
    ['code', 'description', 'printed'],
    known.map(({ code, description, isPrinted }) => [code, description, isPrinted ? 'yes' : 'no']),
  )
}

const nameOf = (release: CodeRelease | undefined) =>
  release ? { release: release.name, importedAt: release.importedAt.toISOString() } : {}

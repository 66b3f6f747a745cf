import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Patient } from '../domain/patient.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'
import { printJson } from './print.ts'

interface Options {
  tenant: string
}

const NAMED = "the id of a patient profile, the client's own (ehr_patient_id), or of one consultation"

/** `osler patient show|export|erase` */
export function patient(config: Config): Command {
  const command = new Command('patient').description('Show, export and erase all that is kept of one patient.')

  command
    .command('show')
    .description('Which profiles and consultations are kept of the patient.')
    .argument('<id>', NAMED)
    .option('--tenant <id>', 'whose patient it is', 'default')
    .action(async (id: string, { tenant }: Options) => printJson(await ask(config, tenant, 'find', { patient: id })))

  command
    .command('export')
    .description('Write everything into one archive (tar).')
    .argument('<id>', NAMED)
    .argument('<file>', 'where to; it must not be there yet')
    .option('--tenant <id>', 'whose patient it is', 'default')
    .action(async (id: string, file: string, { tenant }: Options) => {
      const target = resolve(file)
      await ask(config, tenant, 'export', { patient: id, file: target })
      console.log(`Everything is in ${target}, in the plain: keep it safe.`)
    })

  command
    .command('erase')
    .description('Delete everything for good: `osler patient show` says what that is. Backups still have it.')
    .argument('<id>', NAMED)
    .option('--tenant <id>', 'whose patient it is', 'default')
    .action(async (id: string, { tenant }: Options) => {
      const { profiles, consultations } = await ask(config, tenant, 'erase', { patient: id })
      console.log(`${profiles.length} profiles and ${consultations.length} consultations are erased.`)
    })

  return command
}

const ask = (config: Config, tenant: string, act: 'find' | 'export' | 'erase', body: object) =>
  withOperator(config, (send) =>
    send<Patient>('POST', `/api/operator/tenants/${encodeURIComponent(tenant)}/patients/${act}`, body),
  )

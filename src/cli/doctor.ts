import { Command } from 'commander'
import type { Config } from '../config.ts'
import { examine, type Finding } from './examine.ts'
import { printJson } from './print.ts'

const SIGNS = { good: '✓', advice: '·', bad: '✗' }

/** `osler doctor` */
export function doctor(config: Config): Command {
  return new Command('doctor')
    .description('Say what is installed, what will serve which language, what is missing and what to do about it.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => run(config, options.json === true))
}

async function run(config: Config, json: boolean): Promise<void> {
  const findings = await examine(config)
  if (json) printJson(findings)
  else for (const finding of findings) print(finding)
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1
}

function print({ state, subject, says, todo }: Finding): void {
  console.log(`${SIGNS[state]} ${subject}: ${says}`)
  if (todo) console.log(`    → ${todo}`)
}

import { runCommand } from './cli/commands.ts'

// What this process and its programs write is their user's alone, whatever the machine is used to.
process.umask(0o077)
process.exitCode = await runCommand(process.argv.slice(2))

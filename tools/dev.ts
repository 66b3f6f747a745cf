import { execa } from 'execa'

// The server, started anew when its sources change, and the workbench, changed in the browser as it is written:
// `npm run dev`, then open the address that Vite prints. The settings are those of `osler serve`.
const options = { stdio: 'inherit', reject: false } as const
const server = execa(process.execPath, ['--watch', '--watch-preserve-output', 'src/main.ts', 'serve'], options)
const workbench = execa('vite', ['web', '--clearScreen', 'false'], { ...options, preferLocal: true })

// Whichever ends, by itself or by Ctrl+C, takes the other along.
await Promise.race([server, workbench])
server.kill()
workbench.kill()

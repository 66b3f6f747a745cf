import { measureForwarding } from './forward.ts'

// Prints what the engines beside the default cost. `npm run bench:engines`
await measureForwarding()

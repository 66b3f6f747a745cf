import { test } from 'node:test'

/** Registers one thing that every implementation of a port keeps. */
export type Check = (says: string, holds: () => void | Promise<void>) => void

export const asTest =
  (name: string): Check =>
  (says, holds) => {
    test(`${name} ${says}`, holds)
  }

/** The things that a suite asks for, and those of them that do not hold. */
export async function runChecks(suite: (check: Check) => void): Promise<{ all: string[]; broken: string[] }> {
  const checks: [says: string, holds: () => void | Promise<void>][] = []
  suite((says, holds) => checks.push([says, holds]))
  const broken: string[] = []
  for (const [says, holds] of checks) {
    try {
      await holds()
    } catch {
      broken.push(says)
    }
  }
  return { all: checks.map(([says]) => says), broken }
}

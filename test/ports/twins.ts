import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Check, runChecks } from './check.ts'

/**
 * Shows that a suite can fail: an honest implementation keeps all of it, and for each of its checks there is a twin of the
 * honest one with a single fault that the check finds.
 * @param suite runs the suite's checks on an implementation
 */
export function provesSuite<Port>(
  port: string,
  suite: (open: () => Port, check: Check) => void,
  honest: () => Port,
  twins: Readonly<Record<string, (honest: Port) => Port>>,
): void {
  test(`an honest ${port} keeps its suite, and each check of it has a broken twin`, async () => {
    const { all, broken } = await runChecks((check) => suite(honest, check))
    assert.deepEqual(broken, [])
    assert.deepEqual(Object.keys(twins).sort(), all.sort())
  })

  for (const [says, breakIt] of Object.entries(twins)) {
    test(`a ${port} that breaks "${says}" fails its suite`, async () => {
      const { broken } = await runChecks((check) => suite(() => breakIt(honest()), check))
      assert.ok(broken.includes(says), `found instead: ${broken.join(', ') || 'nothing'}`)
    })
  }
}

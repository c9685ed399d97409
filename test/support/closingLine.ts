import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with a plain line that any reader of logs can count: `N passed, N failed`. What was skipped is said before it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    let skipped = 0
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
        else skipped += 1
      }
    }
    // After the default reporter's summary, which prints on the same event.
    const left = skipped === 0 ? '' : `${skipped} skipped\n`
    setImmediate(() => process.stdout.write(`\n${left}${passed} passed, ${failed} failed\n`))
  }
}

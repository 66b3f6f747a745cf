/**
 * Waits for the first request to stop: Ctrl+C, or what a process supervisor sends. The listeners stay: without one, a
 * library that ends children with this process would end it at once. A second request ends it at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false
    const tell = () => {
      if (isTold) process.exit(1)
      isTold = true
      resolve()
    }
    process.on('SIGINT', tell)
    process.on('SIGTERM', tell)
  })
}

// Work that takes long, done in a thread of its own, so that no request waits behind it: it says how far it is and can be stopped.
// Knows nothing of what is worked on. The thread's file ends with `answerAsThread(work)`.
import { parentPort, Worker, workerData } from 'node:worker_threads'

export type LongWork = {
  /** whole path of the file that the thread runs */
  readonly file: string
  /** goes over as a copy: values only */
  readonly input: unknown
  /** given up when it is aborted: nothing of the thread is left */
  readonly signal: AbortSignal
  readonly onProgress?: (done: number) => void
}
type Said = { readonly done: number } | { readonly result: unknown } | { readonly problem: string }
const mostMemoryMb = 512

export const workInThread = <Result>({ file, input, signal, onProgress }: LongWork): Promise<Result> => new Promise((resolve, reject) => {
  signal.throwIfAborted()
  const worker = new Worker(file, { workerData: { longWork: input }, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
  const end = (finish: () => void): void => {
    signal.removeEventListener('abort', giveUp)
    worker.removeAllListeners().on('error', () => {})
    void worker.terminate()
    finish()
  }
  const giveUp = (): void => end(() => reject(signal.reason))
  signal.addEventListener('abort', giveUp, { once: true })
  worker.on('message', (said: Said) => {
    if ('done' in said) onProgress?.(said.done)
    else if ('result' in said) end(() => resolve(said.result as Result))
    else end(() => reject(new Error(said.problem)))
  })
  worker.on('error', (failure) => end(() => reject(failure)))
  worker.on('exit', () => end(() => reject(new Error('the thread ended without an answer'))))
})

/** For the file of the thread; imported by a test it does nothing. */
export const answerAsThread = <Input>(work: (input: Input, tell: (done: number) => void) => unknown): void => {
  const given = workerData as { readonly longWork?: Input } | null
  if (parentPort === null || given?.longWork === undefined) return
  const say = (said: Said): void => parentPort?.postMessage(said)
  try {
    say({ result: work(given.longWork, (done) => say({ done })) })
  } catch (failure) {
    say({ problem: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
  }
}

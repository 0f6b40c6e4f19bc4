// A thread for tests of long work: counts slowly to what it is told, or breaks.
import { answerAsThread } from '#store/long-work.ts'

type Given = { readonly parameters: { readonly to: number; readonly breaks?: 'yes' }; readonly record?: unknown }
answerAsThread(({ parameters, record }: Given, tell) => {
  if (parameters.breaks === 'yes') throw new Error('it broke on purpose')
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let done = 1; done <= parameters.to; done += 1) {
    Atomics.wait(clock, 0, 0, 5)
    tell(done)
  }
  return { counted: parameters.to, record }
})

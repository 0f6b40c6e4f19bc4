// The thread in which `posoka compute` counts: takes the text of the input, gives the text of the output. Opens and writes nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { computeText } from '#stats/compute/run-text.ts'
import { findEntry } from '#stats/compute/list.ts'
import type { Language } from '#kernel/language.ts'

export type ToCount = { readonly name: string; readonly text: string; readonly isExample: boolean; readonly language: Language }
export type Counted =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly says: string }

const count = async ({ name, text, isExample, language }: ToCount): Promise<Counted> => {
  const entry = await findEntry(name)
  if (entry === undefined) return { kind: 'missing' }
  return isExample ? { kind: 'done', text: JSON.stringify(entry.example) } : computeText({ entry, text, language })
}

// imported by a test, it is no thread
if (parentPort !== null && workerData !== null) parentPort.postMessage(await count(workerData as ToCount))

// Asks the national portal for the comments of a consultation: read only, no login, at most 60 a minute. Gives what was answered as
// a value; whether it is a list of comments or an error under HTTP 200, the reader of the answer judges.
import { ReadProblem } from '#kernel/observation.ts'
import type { Fetcher } from './fetch-file.ts'

export const portalHome = 'https://www.strategy.bg'
const limits = { bytes: 32 * 1024 ** 2, totalMs: 60_000, idleMs: 20_000, redirects: 2 }

export const askPortal = async (fetcher: Fetcher, { home = portalHome, consultation }: { readonly home?: string; readonly consultation: number }): Promise<{ readonly address: string; readonly answer: unknown; readonly bytes: Uint8Array }> => {
  const address = `${home}/api/consultations/${consultation}/comments`
  const file = await fetcher.fetchFile({ address, limits })
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  try {
    return { address, answer: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, bytes }
  } catch {
    throw new ReadProblem({ 
      code: 'json', bg: 'Порталът отговори с нещо, което не е JSON, вероятно страница за грешка. Нищо не е променено; опитайте по-късно.',
      en: 'The portal answered with something that is not JSON, probably an error page. Nothing was changed; try later.',
    })
  }
}

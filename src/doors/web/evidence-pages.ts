// The pages of evidence, each bound to its command where its post is slow work: reading a file, fetching one.
import { importByButton } from '#areas/evidence/datasets/commands/import-by-button.ts'
import { getFetcher } from '#areas/evidence/datasets/commands/fetching.ts'
import { fillSelections } from '#areas/evidence/datasets/commands/fill-selections.ts'
import { pages as comparisonPages } from '#areas/evidence/comparisons/pages.ts'
import { pages as openDataPages } from '#areas/evidence/open-data/pages.ts'
import { importPage, pages as datasetPages } from '#areas/evidence/datasets/pages.ts'
import { changeIndicator, newIndicator, pages as indicatorPages } from '#areas/evidence/indicators/pages.ts'
import type { Asked } from '#kernel/answer.ts'
import type { Page } from '#store/visit.ts'
import type { CommandAnswer, CommandVisit, WebPage } from './door.ts'
import { countedPages, ownTablePages } from './table-pages.ts'

/** What is asked of the sources is asked under the installation's own address. */
export type EvidenceParts = { readonly address: string | null; readonly email: string | null; readonly fetchFrom?: readonly string[] }

/** A definition straight from a dataset finds its series in the file that was kept. */
const thenFill = (page: Page): WebPage => ({
  ...page,
  command: async (visit: CommandVisit, value: never, asked: Asked): Promise<CommandAnswer> => {
    const { post } = page
    if (post === undefined) throw new Error(`${page.path} has no post`)
    const answer = await visit.store.writing((writer) => post({ who: visit.who, language: visit.language, now: visit.now, writer }, value, asked), { language: visit.language })
    const { from } = value as { readonly from?: { readonly kind: string; readonly dataset?: string } }
    if (answer.kind === 'see' && from?.kind === 'direct' && from.dataset !== undefined) await fillSelections(visit.store, { dataset: from.dataset })
    return answer
  },
})

export const evidencePages = (parts: EvidenceParts): readonly WebPage[] => [
  ...indicatorPages.map((page) => (page === newIndicator || page === changeIndicator ? thenFill(page) : page)),
  ...comparisonPages,
  ...openDataPages,
  ...ownTablePages,
  ...countedPages,
  ...datasetPages.map((page) => (page !== importPage ? page : {
    ...page,
    command: (visit: CommandVisit, input: never, asked: Asked): Promise<CommandAnswer> => importByButton({
      store: visit.store, who: visit.who, language: visit.language, input, code: asked.params.code ?? '', now: () => new Date(),
      fetcher: getFetcher({ publicAddress: parts.address, contactEmail: parts.email, fetchFrom: parts.fetchFrom ?? [] }),
    }),
  })),
]

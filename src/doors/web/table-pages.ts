// The pages of own tables and of counts, bound to the commands that read a file or store figures by the import of all datasets.
import { readCheckBook } from '#areas/evidence/datasets/commands/check-book.ts'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'
import { enterValue } from '#areas/evidence/counts/commands/enter.ts'
import { enter, pages as countPages } from '#areas/evidence/counts/pages.ts'
import { confirmTable, type Intake } from '#areas/evidence/tables/commands/confirm.ts'
import { takeInTable } from '#areas/evidence/tables/commands/take-in.ts'
import { newTable, pages as tablePages, preview } from '#areas/evidence/tables/pages.ts'
import type { Asked } from '#kernel/answer.ts'
import { findCheckout } from '#store/checkout.ts'
import type { CommandAnswer, CommandVisit, WebPage } from './door.ts'

const intakeOf = (store: CommandVisit['store']): Intake => async (ask) => importFile(store, { ...ask, book: await readCheckBook(findCheckout()) })

export const ownTablePages: readonly WebPage[] = tablePages.map((page): WebPage => {
  if (page === newTable) return { ...page, command: (visit, input) => takeInTable({ store: visit.store, who: visit.who, now: visit.now, input }) }
  if (page !== preview) return page
  return {
    ...page,
    command: async (visit: CommandVisit, input: { readonly act: 'confirm' | 'throwAway'; readonly leaveOut: 'yes' | 'no'; readonly mode: '' | 'add' | 'replace' | 'other' }, asked: Asked): Promise<CommandAnswer> => {
      const { post } = page
      if (input.act === 'throwAway' && post !== undefined) return visit.store.writing((writer) => post({ who: visit.who, language: visit.language, now: visit.now, writer }, input, asked))
      return confirmTable({ store: visit.store, who: visit.who, now: visit.now, id: asked.params.id ?? '', input, intake: intakeOf(visit.store) })
    },
  }
})

export const countedPages: readonly WebPage[] = countPages.map((page): WebPage => (page !== enter ? page : {
  ...page,
  command: (visit: CommandVisit, typing: never, asked: Asked): Promise<CommandAnswer> => enterValue({ store: visit.store, who: visit.who, now: visit.now, key: asked.params.key ?? '', typing, intake: intakeOf(visit.store) }),
}))

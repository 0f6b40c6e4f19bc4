// What grouping keeps of a person: the passages their split texts were quoted by. Who merged what tells nothing of authors.
import type { PersonalPart } from '#areas/people/privacy/read/parts.ts'
import { listByAuthor } from '#areas/participation/proposals/read/personal.ts'
import { emptyQuotes } from '../write/erasure.ts'

export const groupingPart: PersonalPart = {
  name: 'participation.grouping', title: { bg: 'Пасажи от разделени текстове', en: 'Passages of split texts' },
  gather: async () => ({ tables: [], files: [] }),
  erase: async (writer, { contact }) => ({ erased: await emptyQuotes(writer, (await listByAuthor(writer.reader, contact)).map(({ id }) => id)), kept: 0 }),
}

// What later changes of the schema brought, filled as well. A topic that adds tables adds its rows here, by its own acts.
import { writePost } from '#areas/participation/news/write.ts'
import type { Who } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'

const now = new Date('2026-11-25T09:00:00Z')

export const seedLater = async (store: Store, who: Who): Promise<void> => {
  for (const [does, bg, en] of [['publish', 'Първа среща', 'First meeting'], ['save', 'Чернова', 'Draft']] as const) {
    await store.writing((writer) => writePost({ who, writer, now, language: 'bg' }, {
      words: { datedOn: '2026-11-20', title: { bg, en }, text: { bg: `${bg}: заповядайте.`, en: `${en}: do come.` }, picture: null }, does,
    }))
  }
}

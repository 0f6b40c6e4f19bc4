// What can be followed, by its name: things of the register that everybody may see, themes, municipalities, the news.
import { getAtlas } from '#areas/evidence/regions/read.ts'
import type { NameOf } from '#areas/participation/subscriptions/pages.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { findThing } from '#store/thread.ts'

export const followName: NameOf = async (reader, target) => {
  const [kind = '', key = ''] = target.split(/:(.*)/s)
  if (kind === 'newsletter') return { name: { bg: 'Новините на проекта', en: 'The news of the project' }, path: '/participation/news' }
  if (kind === 'thing') {
    const thing = await findThing(reader, key)
    return thing?.seenBy === 'everyone' ? { name: thing.title, path: thing.path } : undefined
  }
  if (kind === 'topic') {
    const topic = (await listTopics(reader)).find((each) => each.key === key)
    return topic === undefined ? undefined : { name: { bg: `Тема „${topic.name.bg}“`, en: `Theme ‘${topic.name.en}’` }, path: null }
  }
  if (kind === 'municipality') {
    const region = (await getAtlas(reader)).regions.get(key)
    return region === undefined ? undefined : { name: { bg: `Община ${region.name.bg}`, en: `${region.name.en} municipality` }, path: null }
  }
  return kind === 'block' ? { name: { bg: 'Част от проекта за обсъждане', en: 'A part of the draft under consultation' }, path: null } : undefined
}

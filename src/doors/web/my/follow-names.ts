// What can be followed, by its name: things of the register that everybody may see, themes, municipalities, the news.
import { findHome, getAtlas, listMunicipalities } from '#areas/evidence/regions/read.ts'
import type { ChoicesOf, NameOf } from '#areas/participation/subscriptions/pages.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { listProcesses } from '#areas/participation/processes/read.ts'
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

export const followChoices: ChoicesOf = async (reader) => {
  // A database without a region pack has no municipalities; what else there is can be followed all the same.
  const [topics, processes, home] = [await listTopics(reader), await listProcesses(reader, { who: 'everyone' }), await findHome(reader)]
  return [
    { title: { bg: 'Обсъждания и покани', en: 'Consultations and calls' }, choices: processes.map(({ id, title }) => ({ name: title, about: id })) },
    { title: { bg: 'Теми', en: 'Themes' }, choices: topics.map(({ key, name }) => ({ name, about: `topic:${key}` })) },
    { title: { bg: 'Общини', en: 'Municipalities' }, choices: home === undefined ? [] : (await listMunicipalities(reader)).map(({ code, name }) => ({ name, about: `municipality:${code}` })) },
    { title: { bg: 'Новини', en: 'News' }, choices: [{ name: { bg: 'Новините на проекта', en: 'The news of the project' }, about: 'newsletter' }] },
  ]
}

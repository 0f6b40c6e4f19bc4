// A proposal of the authority itself, by a colleague: public at once, marked in page, table and report.
import { problems, see } from '#kernel/answer.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import { findProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { isOpen } from '#areas/participation/processes/rules.ts'
import { page, type Page } from '#store/visit.ts'
import { ownForm } from '../forms.ts'
import { listTopics } from '../read.ts'
import { contributionPath } from '../rules.ts'
import { ownPath, type OwnInput } from '../rules/typed.ts'
import { ownScreen } from '../views/own.tsx'
import { submitContribution } from '../write.ts'

const manage = permissions['participation.processes']
export const ownPage: Page = page<OwnInput>({
  path: ownPath, may: manage,
  get: async ({ reader, language, now }, asked) => {
    const [topics, atlas, all, { body }] = await Promise.all([listTopics(reader), getAtlas(reader), listProcesses(reader, { who: 'everyone' }), getSettings(reader)])
    const places = listWithin(atlas, homeOf(atlas).code, 'municipality').map(({ code, name }) => ({ code, name: name[language] }))
    return ownScreen({ language, asked, places, topics: topics.filter(({ active }) => active), calls: all.filter((each) => each.kind !== 'draft' && isOpen(each, now)).map(({ slug, title }) => ({ slug, title: title[language] })), body: body.name[language] })
  },
  accepts: ownForm,
  post: async (visit, input) => {
    const [frame, { body }] = await Promise.all([findProcess(visit.writer.reader, { slug: input.process, who: 'everyone' }), getSettings(visit.writer.reader)])
    if (frame === undefined || !isOpen(frame, visit.now)) return problems([{ field: 'process', text: { bg: 'Тази покана вече не приема предложения.', en: 'This call takes no proposals any more.' } }])
    const { number } = await submitContribution(visit, {
      kind: 'proposal', channel: 'web', process: frame.id, language: visit.language, title: input.title, text: input.text, topics: input.topics, municipality: input.municipality === '' ? null : input.municipality, place: input.place,
      author: null, authorKind: 'authority', name: body.name[visit.language], choice: 'name', assurance: 'staff', enteredBy: visit.who.account,
    })
    return see(contributionPath(number), 'participation_notice_own_published')
  },
})

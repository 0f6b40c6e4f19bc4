// What later areas made of a thing, shown on its own page: the page's topic may not look at them, the thread leads there.
// For pages that draw no thread themselves; where nothing rests on the thing, the page stays as it is.
import { speak } from '#kernel/speak.ts'
import { findThingAt, walkThread } from '#store/thread.ts'
import { Section } from '#ui/parts/layout.tsx'
import { Thread } from '#ui/thread.tsx'
import { sayThing } from '#areas/strategy/findings/views/words.ts'
import type { WebPage } from './door.ts'

const drawn: ReadonlySet<string> = new Set(['/participation/surveys/:slug', '/evidence/indices/:key', '/evidence/analyses/:number'])
export const withUsedBy = (page: WebPage): WebPage => (!drawn.has(page.path) ? page : {
  ...page,
  get: async (visit, asked) => {
    const answer = await page.get(visit, asked)
    if (answer.kind !== 'screen' || (answer.status ?? 200) !== 200) return answer
    const { reader, language, who } = visit
    const thing = await findThingAt(reader, page.path.replace(/:([a-z]+)/g, (_, name: string) => asked.params[name] ?? ''))
    const later = thing === undefined ? [] : await walkThread(reader, { from: thing.id, toward: 'later', who: who.account === null ? 'everyone' : 'staff' })
    if (later.length === 0) return answer
    const usedBy = later.map((one) => ({ kind: sayThing(one.thing.kind, language), title: one.thing.title[language], path: one.thing.path, ...(one.reason === '' ? {} : { why: one.reason }), ...(one.passage === null ? {} : { passage: one.passage.quote }) }))
    return { ...answer, body: <>{answer.body as never}<Section id="used-by" title={speak(language).strategy_used_by()}><Thread language={language} restsOn={[]} usedBy={usedBy} /></Section></> }
  },
})

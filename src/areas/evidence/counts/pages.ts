// The addresses of counted indicators. Values, sources, roles and what is due are for everybody; entering is for whom it is given to.
import { notFound, see } from '#kernel/answer.ts'
import type { Asked } from '#kernel/answer.ts'
import type { Period } from '#kernel/period.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { type Page, page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriods } from '#ui/charts/period-words.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findIndicatorPage } from '#areas/evidence/indicators/read.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { dutyForm, entryForm, type NewCount, newCountForm } from './forms.ts'
import { findCount, listAssignees, listCounts, listDuties, listEntries } from './read.ts'
import { missingPeriods, periodsDue, periodsEnded } from './rules/due.ts'
import { regionsOf } from './rules/regions-of.ts'
import type { Count, Entry } from './rules.ts'
import { countPath, countsPath, dutyPath, enterPath, latestOf, newCountPath } from './rules.ts'
import { countListScreen, countScreen } from './views/counts.tsx'
import { dutyScreen, enterScreen, newCountScreen } from './views/forms.tsx'
import { defineCount, endDuty, giveDuty } from './write.ts'

const keyOf = (asked: Asked): string => asked.params.key ?? ''
/** A period counts as entered once every region has its value, or the home region itself. */
const dueOf = (count: Count, { entries, now, regions }: { readonly entries: readonly Entry[]; readonly now: Date; readonly regions: readonly string[] }): readonly Period[] => {
  const due = periodsDue(count, now)
  const needed = regions.length === 1 ? regions : regions.slice(0, -1)
  return missingPeriods(due, due.filter((period) => needed.every((region) => entries.some((entry) => entry.period === period && entry.region === region))))
}
const isGiven = async (reader: ReadVisit['reader'], { who, count }: { readonly who: Who; readonly count: Count }): Promise<boolean> =>
  mayDo(who, permissions['evidence.define']) || (who.account !== null && (await listDuties(reader, { account: who.account })).some((duty) => duty.indicator === count.indicator))

export const countList = page({
  path: countsPath, may: permissions['evidence.enter'],
  get: async ({ reader, language, who, now }) => {
    const [counts, entries, atlas, duties] = await Promise.all([listCounts(reader, { now }), listEntries(reader), getAtlas(reader), listDuties(reader, who.account === null ? {} : { account: who.account })])
    const mayDefine = mayDo(who, permissions['evidence.define'])
    const mine = mayDefine ? counts : counts.filter((count) => duties.some((duty) => duty.indicator === count.indicator))
    return countListScreen({
      language, mayDefine, lines: mine.map((count) => {
        const own = latestOf(entries.filter((entry) => entry.indicator === count.indicator))
        return { count, newest: own.map((entry) => entry.period).sort().at(-1) ?? null, due: dueOf(count, { entries: own, now, regions: regionsOf(atlas, count).map((region) => region.code) }) }
      }),
    })
  },
})

export const newCount = page<NewCount>({
  path: newCountPath, may: permissions['evidence.define'], accepts: newCountForm,
  get: async ({ reader, language }, asked) => newCountScreen({ language, people: await listAssignees(reader), asked }),
  post: (visit, input) => defineCount(visit, input),
})

export const count = page({
  path: countPath(':key'), may: permissions['public.read'],
  get: async ({ reader, language, who, now }, asked) => {
    const found = await findCount(reader, { key: keyOf(asked), now })
    // An indicator from a source has no such page: its own says where its values are from.
    if (!found) return (await findIndicatorPage(reader, { key: keyOf(asked), now })) ? see(indicatorPath(keyOf(asked))) : notFound
    const [entries, atlas] = await Promise.all([listEntries(reader, { indicator: found.indicator }), getAtlas(reader)])
    const regions = regionsOf(atlas, found).map((region) => region.code)
    return countScreen({
      language, count: found, entries, atlas, due: dueOf(found, { entries: latestOf(entries), now, regions }),
      // Duties name people, so a visitor's question never touches them.
      mayEnter: who.account !== null && (await isGiven(reader, { who, count: found })), mayDefine: mayDo(who, permissions['evidence.define']),
    })
  },
})

/** Its post stores figures by the import, so the door binds it to a command. */
export const enter = page({
  path: enterPath(':key'), may: permissions['evidence.enter'], accepts: entryForm,
  get: async ({ reader, language, who, now }, asked) => {
    const found = await findCount(reader, { key: keyOf(asked), now })
    if (!found) return notFound
    const [entries, atlas] = await Promise.all([listEntries(reader, { indicator: found.indicator }), getAtlas(reader)])
    const latest = latestOf(entries), regions = regionsOf(atlas, found)
    return enterScreen({
      language, count: found, regions, latest, asked, ended: periodsEnded(found, now).toReversed(), mayEnter: await isGiven(reader, { who, count: found }),
      due: dueOf(found, { entries: latest, now, regions: regions.map((region) => region.code) }),
    })
  },
})

export const duty = page({
  path: dutyPath(':key'), may: permissions['evidence.define'], accepts: dutyForm,
  get: async ({ reader, language, now }, asked) => {
    const found = await findCount(reader, { key: keyOf(asked), now })
    if (!found) return notFound
    const [people, duties] = await Promise.all([listAssignees(reader), listDuties(reader)])
    const isHolder = (account: string): boolean => duties.some((one) => one.indicator === found.indicator && one.account === account)
    return dutyScreen({ language, count: found, holders: people.filter((person) => isHolder(person.account)), people: people.filter((person) => !isHolder(person.account)), asked })
  },
  post: async (visit, { account, act }, asked) => {
    const found = await findCount(visit.writer.reader, { key: keyOf(asked), now: visit.now })
    if (!found) return notFound
    const about = { indicator: found.indicator, key: found.key, account }
    return act === 'end' ? endDuty(visit, about) : giveDuty(visit, about)
  },
})

/** Values that are due, for whom they are to enter. */
export const countsWaiting: WaitingOf = {
  may: permissions['evidence.enter'],
  list: async ({ reader, language, who, now }) => {
    if (who.account === null) return []
    const duties = await listDuties(reader, { account: who.account })
    if (duties.length === 0) return []
    const [counts, entries, atlas] = await Promise.all([listCounts(reader, { now }), listEntries(reader), getAtlas(reader)])
    return counts.filter((one) => duties.some((given) => given.indicator === one.indicator)).flatMap((one) => {
      const own = latestOf(entries.filter((entry) => entry.indicator === one.indicator))
      const due = dueOf(one, { entries: own, now, regions: regionsOf(atlas, one).map((region) => region.code) })
      const say = speak(language)
      return due.length === 0 ? [] : [{ name: say.evidence_count_enter_title({ name: one.name[language] }), says: say.evidence_count_due_says({ periods: sayPeriods(due, language) }), path: enterPath(one.key), urgent: 'yes' as const }]
    })
  },
}

export const pages: readonly Page[] = [countList, newCount, count, enter, duty]

// Which regions stand in the chart: a plain GET form; the address keeps the choice and can be sent.
import type { Language } from '#kernel/language.ts'
import type { Level, Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { withQuery } from '#ui/address.ts'
import type { IndicatorPage } from '../rules.ts'

/** The names of the form's fields are the levels: `?nuts3=BG341&nuts2=BG34`. */
/** Twelve lines are as many as one can tell apart. */
const mostInChart = 12
type Choosing = { readonly language: Language; readonly page: IndicatorPage; readonly action: string }

export const ChooseRegions = ({ language, page, action }: Choosing) => {
  const say = speak(language)
  const chosen = page.chosen.map((one) => one.region.code)
  const groups = groupByLevel(page.choices.filter((region) => region.code !== page.shown.code), language)
  if (groups.length === 0) return null
  return (
    <Details summary={say.evidence_choose_summary()}>
      {page.sets.length === 0 ? null : (
        <LinkList links={page.sets.map((set) => ({ name: set.name[language], href: withQuery(action, { regions: set.regions.slice(0, mostInChart).join(',') }), note: say.evidence_choose_set({ count: Math.min(set.regions.length, mostInChart) }) }))} />
      )}
      <form method="get" action={action} class="p-form p-choose">
        {groups.map(({ level, regions }) => (
          <Checkboxes
            language={language} name={level} label={levelName(level, language)} values={chosen}
            choices={regions.map((region) => ({ value: region.code, name: region.name[language] }))}
          />
        ))}
        <Button look="secondary">{say.evidence_choose_show()}</Button>
      </form>
    </Details>
  )
}

export const levelName = (level: Level, language: Language): string => {
  const say = speak(language)
  return { eu: say.evidence_level_eu, country: say.evidence_level_country, nuts1: say.evidence_level_nuts1, nuts2: say.evidence_level_nuts2, nuts3: say.evidence_level_nuts3, municipality: say.evidence_level_municipality }[level]()
}
const groupByLevel = (regions: readonly Region[], language: Language): readonly { level: Level; regions: readonly Region[] }[] => {
  const order: readonly Level[] = ['eu', 'country', 'nuts1', 'nuts2', 'nuts3', 'municipality']
  return order.flatMap((level) => {
    const of = regions.filter((region) => region.level === level).sort((a, b) => a.name[language].localeCompare(b.name[language], language))
    return of.length === 0 ? [] : [{ level, regions: of }]
  })
}

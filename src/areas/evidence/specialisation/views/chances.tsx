// What is still missing but near: the strategic diagram with its movable crosshair, the list with every component, and what to defend.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { CrosshairChart } from '#ui/charts/crosshair-chart.tsx'
import type { CrossPoint } from '#ui/charts/crosshair-layout.ts'
import { Details } from '#ui/parts/details.tsx'
import { Grid, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import type { Choice, Seen } from '../rules.ts'
import { type Chance, type ChanceField, draws, leastForNearness } from '../rules/picture.ts'
import { ChangeForm } from './change-form.tsx'
import { csvPath } from './quotients.tsx'
import { activityCode, activityName, axisName, axisQuantity, axisShort, besideName, onAxis, percent, percentQuantity, periodsOf, said, sayWhy, signedPercent, worthOf } from './saying.ts'

const shortlist = 5
type Given = { readonly language: Language; readonly seen: Seen; readonly choice: Choice; readonly query: URLSearchParams }

/** Half of the list, or figures that may still change. */
export const isUncertain = (candidate: Chance, seen: Seen): boolean => {
  const { places } = candidate
  const ranked = seen.picture.screen.candidates.filter(({ place }) => typeof place === 'number').length
  return seen.uncertain.includes(candidate.activity) || (typeof places !== 'string' && ranked > 2 && places.high - places.low >= ranked / 2)
}
export const isListed = ({ place }: Chance): boolean => typeof place === 'number' && place <= shortlist

export const Chances = ({ language, seen, choice, query }: Given) => {
  const say = speak(language)
  const { screen } = seen.picture, enough = seen.regions >= leastForNearness
  return (
    <Section id="chances" title={say.evidence_spec_chances()} look="figures">
      <p>{say.evidence_spec_chances_lead()}</p>
      {enough ? null : <Notice language={language} tone="warning"><p>{say.evidence_spec_chances_few({ least: String(leastForNearness), count: String(seen.regions) })}</p></Notice>}
      {enough && seen.set !== 'staff' ? <Notice language={language} tone="info"><p>{say.evidence_spec_chances_ten()}</p></Notice> : null}
      <Diagram language={language} seen={seen} choice={choice} />
      <ChangeForm language={language} seen={seen} choice={choice} query={query} />
      <List language={language} seen={seen} />
      <Grid>
        {([['defend', screen.defend], ['emerging', screen.emerging], ['latent', screen.latent]] as const).map(([kind, activities]) => (
          <div class="p-flow">
            <h3>{kindName(kind, language)}</h3>
            <p class="p-note">{kindSays(kind, language)}</p>
            {activities.length === 0 ? <p>{say.evidence_spec_list_empty()}</p> : (
              <>
                <Names language={language} seen={seen} activities={activities.slice(0, mostNamed)} />
                {activities.length <= mostNamed ? null : <Details summary={say.evidence_spec_more({ count: String(activities.length - mostNamed) })}><Names language={language} seen={seen} activities={activities.slice(mostNamed)} /></Details>}
              </>
            )}
          </div>
        ))}
      </Grid>
    </Section>
  )
}
const mostNamed = 10
const Names = ({ language, seen, activities }: { readonly language: Language; readonly seen: Seen; readonly activities: readonly number[] }) => (
  <ul class="ds-list">{activities.map((at) => <li>{activityName(seen, at, language)}{isFlagged(seen, at) ? ` (${speak(language).evidence_spec_uncertain()})` : ''}</li>)}</ul>
)
const isFlagged = (seen: Seen, at: number): boolean => seen.uncertain.includes(at) || ['few', 'unclear'].includes(seen.picture.rows[at]?.statement ?? '')
const kindName = (kind: 'defend' | 'emerging' | 'latent', language: Language): string => {
  const say = speak(language)
  return { defend: say.evidence_spec_defend, emerging: say.evidence_spec_emerging, latent: say.evidence_spec_latent_title }[kind]()
}
const kindSays = (kind: 'defend' | 'emerging' | 'latent', language: Language): string => {
  const say = speak(language)
  return { defend: say.evidence_spec_defend_says, emerging: say.evidence_spec_emerging_says, latent: say.evidence_spec_latent_says }[kind]()
}
export const fieldName = (field: ChanceField, language: Language): string => {
  const say = speak(language)
  return { 'high-road': say.evidence_spec_field_high_road, 'slow-road': say.evidence_spec_field_slow_road, casino: say.evidence_spec_field_casino, 'dead-end': say.evidence_spec_field_dead_end }[field]()
}

const Diagram = ({ language, seen, choice }: Omit<Given, 'query'>) => {
  const say = speak(language)
  const { screen, rows } = seen.picture, { axis } = seen
  const points = screen.candidates.flatMap((candidate): readonly CrossPoint[] => {
    const row = rows[candidate.activity]
    if (typeof row?.nearness !== 'number' || typeof row.worth !== 'number') return []
    return [{
      id: String(candidate.activity), name: activityName(seen, candidate.activity, language), short: activityCode(seen, candidate.activity), x: row.nearness * 100, y: onAxis(axis, row.worth),
      weight: isListed(candidate) ? 'picked' : 'other', fill: isUncertain(candidate, seen) ? 'hollow' : 'full',
    }]
  })
  if (points.length === 0) return <p>{say.evidence_spec_chances_none()}</p>
  const { density, value } = screen.crosshair
  const listed = screen.candidates.filter(isListed).slice(0, 3).map(({ activity }) => `„${activityName(seen, activity, language)}“`)
  const names = language === 'bg' ? listed : listed.map((name) => name.replace('„', '“').replace(/“$/, '”'))
  return (
    <CrosshairChart
      id="chances-field" language={language} points={points} pointsAre={say.evidence_spec_col_activity()}
      cross={typeof density === 'number' && typeof value === 'number' ? { x: density * 100, y: onAxis(axis, value) } : null}
      words={{ highHigh: fieldName('high-road', language), highLow: fieldName('slow-road', language), lowHigh: fieldName('casino', language), lowLow: fieldName('dead-end', language) }}
      x={{ name: say.evidence_spec_near(), quantity: percentQuantity(0) }} y={{ name: axisName(axis, seen, language), quantity: axisQuantity(axis) }}
      signs={{ picked: say.evidence_spec_sign_picked(), other: points.some(({ weight }) => weight === 'other') ? say.evidence_spec_sign_other() : null, hollow: points.some(({ fill }) => fill === 'hollow') ? say.evidence_spec_sign_hollow() : null }}
      heading={names.length === 0 ? say.evidence_spec_chances() : say.evidence_spec_chances_seen({ activities: names.join(', ') })}
      subtitle={say.evidence_spec_chances_sub({ beside: besideName(seen, language), period: periodsOf(seen, language).period, regions: String(seen.regions), countries: String(seen.countries) })}
      origin={[...originsOf([...seen.credits, ...(axis === 'wage' ? seen.wageCredits : [])], language)]} csvHref={csvPath(choice, language)}
    />
  )
}

const List = ({ language, seen }: { readonly language: Language; readonly seen: Seen }) => {
  const say = speak(language)
  const { candidates } = seen.picture.screen
  if (candidates.length === 0) return null
  return (
    <>
      <h3>{say.evidence_spec_list()}</h3>
      <Table
        language={language} id="chances-list" caption={say.evidence_spec_list()} captionIs="hidden" phone="scroll"
        columns={[
          { name: say.evidence_spec_col_activity() }, ...[say.evidence_spec_col_place(), say.evidence_spec_col_places(), say.evidence_spec_col_listed(), say.evidence_spec_col_near(), axisShort(seen.axis, language), say.evidence_spec_col_growth(), say.evidence_spec_col_quotient()].map((name) => ({ name, kind: 'number' as const })),
          { name: say.evidence_spec_col_field() },
        ]}
        rows={candidates.map((candidate) => {
          const row = seen.picture.rows[candidate.activity]
          const { place, places, inShortlist, field, latent } = candidate
          return { cells: [
            <>{activityName(seen, candidate.activity, language)} ({activityCode(seen, candidate.activity)}){latent === 'yes' ? <> <Tag>{say.evidence_spec_latent()}</Tag></> : null}{isUncertain(candidate, seen) ? <> <Tag tone="warning">{say.evidence_spec_uncertain()}</Tag></> : null}</>,
            said(place, language, String), typeof places === 'string' ? sayWhy(places, language) : `${Math.round(places.low)}–${Math.round(places.high)}`, said(inShortlist, language, (one) => percent(one, language, 0)),
            row === undefined ? '–' : said(row.nearness, language, (one) => percent(one, language, 0)), row === undefined ? '–' : worthOf(seen.axis, row.worth, language),
            row === undefined ? '–' : said(row.growthAll, language, (one) => signedPercent(one, language)), row === undefined ? '–' : said(row.quotient, language, (one) => one.toFixed(2).replace('.', language === 'bg' ? ',' : '.')),
            field === null ? '–' : fieldName(field, language),
          ] }
        })}
      />
      <p class="p-note">{say.evidence_spec_list_note({ draws: String(draws) })}</p>
    </>
  )
}

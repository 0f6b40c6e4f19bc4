// The map of interest and influence for one issue: a drawn grid of five by five, and the same as a table. For staff only.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { cornerOf, type Rating, stakeholderPath, stakeholdersPath } from '../rules.ts'
import type { Topic } from './entry.tsx'
import { sayCorner } from './words.ts'

export type Placed = Rating & { readonly name: string }
type Shown = { readonly language: Language; readonly issue: string; readonly topics: readonly Topic[]; readonly placed: readonly Placed[] }
export const mapScreen = ({ language, issue, topics, placed }: Shown): Screen => {
  const say = speak(language)
  const path = toHref(language, `${stakeholdersPath}/map`)
  return {
    kind: 'screen', title: say.participation_stakeholder_map(), says: say.participation_stakeholder_map_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_stakeholders_title(), path: stakeholdersPath }],
    body: (
      <>
        <PageHeading title={say.participation_stakeholder_map()} lead={say.participation_stakeholder_map_says()} />
        <Tabs label={say.participation_event_topic()} tabs={topics.map(({ key, name }) => ({ name: name[language], href: withQuery(path, { issue: key }) }))} current={withQuery(path, { issue })} />
        {placed.length === 0 ? <EmptyState title={say.participation_stakeholder_map_empty()} why={say.participation_stakeholder_map_empty_why()} /> : (
          <>
            <Section id="grid" title={say.participation_stakeholder_map_drawn()}><Grid5 language={language} placed={placed} /></Section>
            <Section id="table" title={say.participation_stakeholder_map_table()}>
              <Table language={language} id="map-table" caption={say.participation_stakeholder_map_table()} captionIs="hidden" phone="stack"
                columns={[{ name: say.participation_event_name() }, { name: say.participation_stakeholder_interest(), kind: 'number' }, { name: say.participation_stakeholder_influence(), kind: 'number' }, { name: say.participation_stakeholder_so() }, { name: say.participation_stakeholder_reason() }]}
                rows={[...placed].sort((a, b) => b.influence - a.influence || b.interest - a.interest || a.name.localeCompare(b.name, 'bg')).map((one) => ({ cells: [
                  <a class="ds-link" href={toHref(language, stakeholderPath(one.stakeholder))}>{one.name}</a>, String(one.interest), String(one.influence), sayCorner(cornerOf(one), language), one.reason,
                ] }))} />
            </Section>
          </>
        )}
      </>
    ),
  }
}
/** Influence goes up, interest to the right, as the field draws it. A cell says how many stand in it. */
const Grid5 = ({ language, placed }: Pick<Shown, 'language' | 'placed'>) => {
  const say = speak(language)
  const cell = 84, left = 64, top = 16
  return (
    <svg class="p-map" viewBox={`0 0 ${left + 5 * cell + 16} ${top + 5 * cell + 56}`} role="img" aria-label={say.participation_stakeholder_map_alt({ count: placed.length })} width={left + 5 * cell + 16}>
      {[5, 4, 3, 2, 1].map((influence, row) => (
        <g>
          <text class="p-map-axis" x={left - 12} y={top + row * cell + cell / 2 + 5} text-anchor="end">{influence}</text>
          {[1, 2, 3, 4, 5].map((interest, column) => {
            const here = placed.filter((one) => one.influence === influence && one.interest === interest)
            return (
              <g>
                <rect class={`p-map-cell p-map-${cornerOf({ interest, influence })}`} x={left + column * cell + 1} y={top + row * cell + 1} width={cell - 2} height={cell - 2} />
                {interest !== 3 || (influence !== 5 && influence !== 2) ? null : <text class="p-map-corner" x={left + column * cell + 10} y={top + row * cell + 20}>{sayCorner(cornerOf({ interest, influence }), language)}</text>}
                {interest !== 1 || (influence !== 5 && influence !== 2) ? null : <text class="p-map-corner" x={left + column * cell + 10} y={top + row * cell + 20}>{sayCorner(cornerOf({ interest, influence }), language)}</text>}
                {here.length === 0 ? null : <text class="p-map-count" x={left + column * cell + cell / 2} y={top + row * cell + cell / 2 + 8} text-anchor="middle">{here.length}</text>}
                {here.length === 0 ? null : <title>{here.map(({ name }) => name).join(', ')}</title>}
              </g>
            )
          })}
        </g>
      ))}
      {[1, 2, 3, 4, 5].map((interest, column) => <text class="p-map-axis" x={left + column * cell + cell / 2} y={top + 5 * cell + 20} text-anchor="middle">{interest}</text>)}
      <text class="p-map-axis" x={left + 2.5 * cell} y={top + 5 * cell + 46} text-anchor="middle">{say.participation_stakeholder_interest()}</text>
      <text class="p-map-axis" x={18} y={top + 2.5 * cell} text-anchor="middle" transform={`rotate(-90 18 ${top + 2.5 * cell})`}>{say.participation_stakeholder_influence()}</text>
    </svg>
  )
}

// The register as everybody reads it: how many of what, where they are, the list with its filters; for staff also what waits.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref } from '#ui/address.ts'
import { TileMap } from '#ui/charts/tile-map.tsx'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { type Asset, type AssetFilter, assetKinds, assetPath, assetsCsvPath, assetsPath, countByKind, countByMunicipality, everything, gapsPath, importAssetsPath, isReviewed, matching, newAssetPath, queryOf } from '../rules.ts'
import { kindNames, manyNames } from '../rules/names.ts'
import { assetsCrumbs, type Place, sayName, sayPlaceOf, sayState } from './words.ts'

export type ListShown = { readonly language: Language; readonly assets: readonly Asset[]; readonly filter: AssetFilter; readonly places: readonly Place[]; readonly home: HomeRegion; readonly day: string; readonly keeps: 'yes' | 'no' }
export const listScreen = (shown: ListShown): Screen => {
  const { language, assets, filter, keeps } = shown
  const say = speak(language)
  const order = new Intl.Collator(language)
  const found = matching(assets, filter).toSorted((a, b) => order.compare(sayName(a, language), sayName(b, language)))
  return {
    kind: 'screen', title: say.evidence_asset_title(), says: say.evidence_asset_says(), crumbs: assetsCrumbs(language),
    alternates: [{ type: 'text/csv', path: `${assetsCsvPath}${queryOf(filter)}`, title: say.evidence_asset_csv() }],
    body: (
      <>
        <PageHeading title={say.evidence_asset_title()} lead={say.evidence_asset_says()} />
        <Buttons>
          {keeps === 'yes' ? <ButtonLink href={toHref(language, newAssetPath)}>{say.evidence_asset_new()}</ButtonLink> : null}
          {keeps === 'yes' ? <ButtonLink look="secondary" href={toHref(language, importAssetsPath)}>{say.evidence_asset_import()}</ButtonLink> : null}
          <ButtonLink look="secondary" href={toHref(language, gapsPath)}>{say.evidence_asset_gaps_title()}</ButtonLink>
        </Buttons>
        {assets.length === 0 ? <EmptyState title={say.evidence_asset_empty()} why={keeps === 'yes' ? say.evidence_asset_empty_staff() : say.evidence_asset_empty_why()} /> : (
          <>
            <Where {...shown} />
            <Section id="list" title={say.evidence_asset_found({ count: found.length, total: assets.length })}>
              <Filters {...shown} />
              {found.length === 0 ? <p>{say.evidence_asset_none()} <a class="ds-link" href={toHref(language, assetsPath)}>{say.evidence_asset_all()}</a></p> : <List {...shown} found={found} />}
              <LinkList links={[{ name: say.evidence_asset_csv(), href: `${assetsCsvPath}${queryOf(filter)}`, note: 'CSV' }]} />
            </Section>
          </>
        )}
      </>
    ),
  }
}

const Filters = ({ language, filter, places, assets }: ListShown) => {
  const say = speak(language)
  const counts = countByKind(assets)
  return (
    <form method="get" action={toHref(language, assetsPath)} class="p-form p-filters" role="search" aria-label={say.evidence_asset_search()}>
      <TextField filter language={language} name="q" label={say.evidence_asset_search()} value={filter.q} />
      <Select filter language={language} name="kind" label={say.evidence_asset_kind()} blank={say.evidence_asset_every()} value={filter.kind} options={assetKinds.map((kind) => ({ value: kind, name: `${kindNames[kind][language]} (${counts.get(kind) ?? 0})` }))} />
      <Select filter language={language} name="municipality" label={say.evidence_asset_municipality()} blank={say.evidence_asset_every()} value={filter.municipality} options={places.map(({ code, name }) => ({ value: code, name: name[language] }))} />
      <Buttons><Button look="secondary">{say.evidence_asset_filter()}</Button></Buttons>
    </form>
  )
}
const List = ({ language, found, places, keeps }: ListShown & { readonly found: readonly Asset[] }) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="assets" caption={say.evidence_asset_title()} captionIs="hidden" phone="stack"
      columns={[{ name: say.evidence_asset_name() }, { name: say.evidence_asset_kind() }, { name: say.evidence_asset_municipality() }, { name: say.evidence_asset_owner() }, { name: say.evidence_asset_as_of() }]}
      rows={found.map((one) => ({ cells: [
        <>
          <a class="ds-link" href={toHref(language, assetPath(one.number))}>{sayName(one, language)}</a>
          {one.illustrative === 'yes' ? <> <Tag tone="warning">{say.evidence_asset_illustrative()}</Tag></> : null}
          {keeps === 'yes' && one.state !== 'published' ? <> <Tag>{sayState(one.state, language)}</Tag></> : null}
          {keeps === 'yes' && one.state === 'published' && !isReviewed(one) ? <> <Tag>{say.evidence_asset_waits()}</Tag></> : null}
        </>,
        kindNames[one.kind][language], sayPlaceOf(one.municipality, places, language), one.owner[language] || one.owner.bg || '–', sayCivilDate(one.asOf, language),
      ] }))}
    />
  )
}
/** How many stand in each municipality; a tile leads to those of its place. Drawn by what is published and real. */
const Where = ({ language, assets, filter, places, home, day }: ListShown) => {
  const say = speak(language)
  const tiles = home.tiles.municipalities
  const counted = matching(assets.filter(({ state }) => state === 'published'), { ...everything, kind: filter.kind })
  const counts = countByMunicipality(counted, places.map(({ code }) => code))
  const most = counts.toSorted((a, b) => b.count - a.count)[0]
  if (most === undefined || most.count === 0 || !places.every(({ code }) => tiles.some((tile) => tile.code === code))) return null
  const standings = counts.map(({ code, count }) => ({
    code, name: sayPlaceOf(code, places, language), stance: 'other' as const, value: count, flags: '', missing: null, href: toHref(language, `${assetsPath}${queryOf({ ...everything, kind: filter.kind, municipality: code })}`),
  }))
  const empty = counts.filter(({ count }) => count === 0).length
  const step = Math.max(1, Math.ceil(most.count / 4))
  const what = filter.kind === '' ? say.evidence_asset_title() : manyNames[filter.kind][language]
  return (
    <Section id="where" title={say.evidence_asset_where()} look="figures">
      <TileMap
        id="places" language={language} level={3} heading={say.evidence_asset_map_heading({ name: sayPlaceOf(most.code, places, language), count: most.count, empty })} subtitle={say.evidence_asset_map_says({ what })}
        notes={[say.evidence_asset_map_note()]} origin={[{ name: say.evidence_asset_title(), vintage: day }]}
        quantity={{ unit: { id: 'NR', scale: 1, currency: null, percent: false }, words: say.evidence_asset_unit(), decimals: 0, direction: 'neither', compare: 'difference' }} layout={{ tiles }} standings={standings}
        limits={[1, 1 + step, 1 + 2 * step, 1 + 3 * step].filter((limit) => limit <= most.count)}
      />
    </Section>
  )
}

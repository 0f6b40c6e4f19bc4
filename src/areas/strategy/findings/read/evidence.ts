// What may become evidence of a finding: indicators with figures, voices by their number, and the suggestions that follow from the figures.
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import type { Reader } from '#store/handle.ts'
import { findAnalysis } from '#areas/evidence/analyses/read.ts'
import { findNewer, listFigures } from '#areas/evidence/figures/read.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { shownFor } from '#areas/evidence/indicators/read/headlines.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { isShown, parseNumber, toThingKind } from '#areas/participation/proposals/rules.ts'
import { getSpecialisation } from '#areas/evidence/specialisation/read.ts'
import { noChoice } from '#areas/evidence/specialisation/rules.ts'
import { findSurvey } from '#areas/participation/surveys/read.ts'
import { homeOf, listPeersAtHome } from '#areas/evidence/regions/rules.ts'
import { listHomeIndices, listHomeTrends } from './analyses.ts'
import { type Evidence, type EvidenceKind, type EvidenceWay, type Theme, themes } from '../rules.ts'
import { suggest, type Suggestion } from '../rules/suggest.ts'

export const listOffered = async (reader: Reader, now: Date): Promise<readonly { readonly theme: Theme; readonly indicators: readonly { readonly key: string; readonly name: Bilingual }[] }[]> => {
  const rows = (await listCatalogue(reader, { now })).filter(({ hasFigures }) => hasFigures)
  return themes.flatMap((theme) => {
    const indicators = rows.filter(({ indicator }) => indicator.domain === theme).map(({ indicator }) => ({ key: indicator.key, name: indicator.name }))
    return indicators.length === 0 ? [] : [{ theme, indicators }]
  })
}
/** Whose values a figure holds: the region's own, or all it is placed among. */
export const regionsOf = async (reader: Reader, { key, scope }: { readonly key: string; readonly scope: 'own' | 'all' }): Promise<readonly string[]> => {
  const basis = await getBasis(reader)
  const { atlas } = basis
  if (!basis.indicators.has(key)) return [atlas.home]
  await basis.load(reader, [key])
  const shown = shownFor(basis, key, homeOf(atlas)).shown.code
  return scope === 'own' ? [shown] : [shown, ...listPeersAtHome(atlas, shown).map(({ code }) => code).filter((code) => code !== shown)]
}
/** Drawn anew from the figures of today: the reader's edition keeps what was computed. */
export const listSuggestions = async (reader: Reader, now: Date): Promise<readonly Suggestion[]> => {
  const headlines = (await listCatalogue(reader, { now })).map(({ headline }) => headline)
  const [trends, indices, { seen }] = await Promise.all([
    listHomeTrends(reader, { headlines: headlines.filter(({ indicator }) => indicator.headline !== null), now }), listHomeIndices(reader), getSpecialisation(reader, { choice: noChoice, now }),
  ])
  return suggest({ headlines, trends, indices, seen })
}

/** Pinned figures that the same question would answer differently now, by their things. */
export const listOutdated = async (reader: Reader, evidence: readonly Pick<Evidence, 'kind' | 'thing'>[]): Promise<ReadonlySet<string>> => {
  const figures = await listFigures(reader, { ids: evidence.flatMap(({ kind, thing }) => (kind === 'figure' ? [thing] : [])) })
  const newer = await Promise.all(figures.map((figure) => findNewer(reader, figure)))
  return new Set(figures.flatMap(({ id }, at) => (newer[at] == null ? [] : [id as string])))
}

const wrong = (field: string, bg: string, en: string): { readonly ok: false; readonly problem: Problem } => not({ field, text: { bg, en } })
/** Spaces, quotation marks and letters of either case make no other passage. */
const bare = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[„“”"'‘’«»]/g, '').replace(/\s+/g, ' ').trim()
/** A number as people read it on a page; the passage must stand in what was said, word for word. */
export const resolveVoice = async (reader: Reader, { way, which, passage }: { readonly way: Exclude<EvidenceWay, 'figure'>; readonly which: string; readonly passage: string }): Promise<Result<{ readonly kind: EvidenceKind; readonly thing: string }>> => {
  const last = which.replace(/[?#].*$/, '').split('/').filter((part) => part !== '').at(-1) ?? ''
  if (way === 'analysis') {
    const analysis = /^[1-9]\d{0,8}$/.test(last) ? await findAnalysis(reader, { number: Number(last) }) : await findAnalysis(reader, { key: last })
    return analysis === undefined ? wrong('number', 'Няма анализ с този номер.', 'There is no analysis with this number.') : ok({ kind: 'analysis', thing: analysis.id })
  }
  if (way === 'surveyResult') {
    const survey = await findSurvey(reader, last)
    return survey === undefined || survey.state === 'draft' ? wrong('number', 'Няма такава анкета. Напишете последната част от адреса ѝ.', 'There is no such survey. Write the last part of its address.') : ok({ kind: 'surveyResult', thing: survey.id })
  }
  const number = parseNumber(last)
  const said = number === undefined ? undefined : await findContribution(reader, number)
  if (said === undefined) return wrong('number', 'Няма предложение, бележка или коментар с този номер. Номерът изглежда така: 2026-0012.', 'There is no proposal, note or comment with this number. A number looks like this: 2026-0012.')
  if (!isShown(said.state)) return wrong('number', 'Това предложение не е публикувано и не може да бъде доказателство.', 'This proposal is not published and cannot be evidence.')
  if (passage !== '' && !bare(`${said.title} ${said.text}`).includes(bare(passage))) return wrong('passage', 'Този откъс не стои в текста. Препишете го дума по дума или оставете полето празно.', 'This passage does not stand in the text. Copy it word for word, or leave the field empty.')
  return ok({ kind: toThingKind(said.kind), thing: said.id })
}

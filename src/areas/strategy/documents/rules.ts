// The nouns of the current-state report: its chapters, its texts, its editions and the figures frozen in them. Pure.
import { type Document, type DocumentBlock, numberBlocks, type DocumentSource } from '#kernel/document.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import { domains } from '#areas/evidence/indicators/rules.ts'
import type { RegionReport } from '#areas/evidence/indicators/rules/report.ts'
import type { Analyses } from './rules/analyses.ts'
import type { Challenge, Evidence, Finding, TowsPair, Weighed } from '#areas/strategy/findings/rules.ts'

export const currentStatePath = '/strategy/current-state'
export const draftPath = `${currentStatePath}/draft`
export const draftChapterPath = (chapter: string): string => `${draftPath}/${chapter}`
export const textPath = (chapter: string): string => `${currentStatePath}/texts/${chapter}`
export const publishPath = `${currentStatePath}/publish`
export const editionPath = (edition: number | string): string => `${currentStatePath}/${edition}`
export const editionChapterPath = (edition: number | string, chapter: string): string => (chapter === firstChapter ? editionPath(edition) : `${editionPath(edition)}/${chapter}`)
export const editionFilePath = (edition: number | string, format: 'pdf' | 'docx'): string => `${editionPath(edition)}/report.${format}`
export const figuresFilePath = (edition: number | string): string => `${editionPath(edition)}/figures.csv`

export const firstChapter = 'summary'
/** In the order of the report. A chapter without anything to say is left out and named among what is missing. */
export const chapterNames = [firstChapter, ...domains, 'peers', 'benchmark', 'index', 'specialisation', 'trends', 'voices', 'findings', 'municipalities', 'missing', 'reading', 'sources'] as const
export type ChapterName = (typeof chapterNames)[number]
export const isChapter = (name: string): name is ChapterName => (chapterNames as readonly string[]).includes(name)

export type ChapterText = { readonly chapter: ChapterName; readonly version: number; readonly text: Bilingual; readonly savedAt: Date }
export type Texts = ReadonlyMap<ChapterName, ChapterText>
export const paragraphsOf = (text: string): readonly string[] => text.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '')
/** A text in one language alone leaves the other report shorter: said before publication. */
export const halfTexts = (texts: Texts): readonly ChapterName[] => [...texts.values()].filter(({ text }) => (text.bg === '') !== (text.en === '')).map(({ chapter }) => chapter)

/** What was said, in numbers. */
export type Voices = { readonly received: number; readonly open: number; readonly answered: number; readonly byChannel: readonly { readonly channel: string; readonly count: number }[]; readonly events: number; readonly ballots: number }
/** Everything the report is made of. Only what everybody may read: a draft finding is in no report. */
export type CurrentState = {
  readonly report: RegionReport; readonly texts: Texts; readonly findings: readonly Finding[]; readonly evidence: ReadonlyMap<string, readonly Evidence[]>; readonly weighed: ReadonlyMap<string, Weighed>
  readonly pairs: readonly TowsPair[]; readonly challenges: readonly Challenge[]; readonly voices: Voices; readonly analyses: Analyses
}
export type FrozenFigure = {
  readonly language: Language; readonly place: number; readonly kind: 'figure' | 'table'; readonly number: number; readonly block: string; readonly heading: string
  readonly sources: readonly DocumentSource[]; readonly sha256: string
}
export type Edition = { readonly id: Ref<'document'>; readonly number: number; readonly asOf: string; readonly why: string; readonly publishedAt: Date; readonly sha256: Bilingual }

type Numbered = Extract<DocumentBlock, { kind: 'figure' | 'table' }>
/** The numbers behind a drawing, in one text: the same numbers give the same text, whatever the drawing looks like. */
export const numbersOf = (block: Numbered): string => JSON.stringify([block.table.head.map(({ name }) => name), block.table.rows.map(({ name, cells }) => [name, cells.map(({ text, value }) => [text, value ?? null])])])
/** Every figure and table of a document, with the number it bears; its sum is made where sums are made. */
export const listFrozen = (document: Document): readonly (Omit<FrozenFigure, 'sha256'> & { readonly numbers: string })[] => {
  const numbers = numberBlocks(document.blocks)
  return document.blocks.flatMap((block): readonly Numbered[] => (block.kind === 'figure' || block.kind === 'table' ? [block] : [])).map((block, at) => ({
    language: document.language, place: at + 1, kind: block.kind, number: (block.kind === 'figure' ? numbers.get(block)?.figure : numbers.get(block)?.table) ?? at + 1, block: block.id,
    heading: block.kind === 'figure' ? block.heading : block.caption, sources: block.sources, numbers: numbersOf(block),
  }))
}
export type Changed = { readonly block: string; readonly heading: string; readonly is: 'changed' | 'new' | 'gone' }
/** What would be different in a new edition, by the sums of its figures. */
export const changesSince = (before: readonly Pick<FrozenFigure, 'block' | 'heading' | 'sha256'>[], now: readonly Pick<FrozenFigure, 'block' | 'heading' | 'sha256'>[]): readonly Changed[] => {
  const was = new Map(before.map((one) => [one.block, one])), is = new Map(now.map((one) => [one.block, one]))
  return [
    ...now.flatMap(({ block, heading, sha256 }): readonly Changed[] => { const old = was.get(block); return old === undefined ? [{ block, heading, is: 'new' }] : old.sha256 === sha256 ? [] : [{ block, heading, is: 'changed' }] }),
    ...before.flatMap(({ block, heading }): readonly Changed[] => (is.has(block) ? [] : [{ block, heading, is: 'gone' }])),
  ]
}

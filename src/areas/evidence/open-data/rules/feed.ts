// New vintages and revisions as an Atom feed (RFC 4287): one entry a vintage that pages showed, newest first.
import { toXmlText as xml } from '#kernel/xml.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { type Dataset, type Revision, type Vintage, vintagePath } from '#areas/evidence/datasets/rules.ts'

export type Change = {
  /** urn:uuid:…, the same for ever */
  readonly id: string
  readonly dataset: Dataset
  readonly vintage: Vintage
  readonly revision: Revision | null
  readonly indicators: readonly Bilingual[]
}
/** With the vintage's date in words, as pages say it: that of the source, or the day of receipt called one. */
export type Entry = Change & { readonly edition: string }
export type Feed = {
  readonly language: Language
  readonly origin: string
  /** path and query of the feed itself */
  readonly self: string
  /** path of the page that shows the same, with the language */
  readonly page: string
  readonly id: string
  readonly title: string
  readonly author: string
  readonly changes: readonly Entry[]
}

export const changedAt = ({ vintage }: Pick<Change, 'vintage'>): Date => vintage.settledAt ?? vintage.receivedAt
/** A feed without an entry must have a date all the same: none of ours is older. */
const never = '2020-01-01T00:00:00.000Z'

export const writeAtom = (feed: Feed): string => {
  const { language, origin } = feed
  const newest = feed.changes.map((change) => changedAt(change).toISOString()).sort().at(-1) ?? never
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<updated>${newest}</updated>
<author><name>${xml(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(origin + feed.self)}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${xml(origin + feed.page)}"/>
${feed.changes.map((change) => entryOf(change, feed)).join('\n')}
</feed>
`
}
const entryOf = (change: Entry, { language, origin }: Feed): string => {
  const { dataset, vintage } = change
  return `<entry>
<id>${xml(change.id)}</id>
<title>${xml(titleOf(change, language))}</title>
<updated>${changedAt(change).toISOString()}</updated>
<link rel="alternate" type="text/html" hreflang="${language}" href="${xml(`${origin}/${language}${vintagePath(dataset.code, vintage.number)}`)}"/>
<summary>${xml(summaryOf(change, language))}</summary>
</entry>`
}
const titleOf = ({ dataset, edition }: Pick<Entry, 'dataset' | 'edition'>, language: Language): string =>
  speak(language).evidence_feed_entry({ dataset: dataset.title[language], edition })
export const summaryOf = ({ revision, indicators }: Change, language: Language): string => {
  const say = speak(language)
  const names = indicators.slice(0, 8).map((name) => name[language]).join('; ')
  return [
    revision === null ? say.evidence_feed_first() : say.evidence_feed_revised({
      count: revision.changed, shown: sayNumber(revision.changed, language, 0), compared: sayNumber(revision.compared, language, 0), appeared: sayNumber(revision.appeared, language, 0), vanished: sayNumber(revision.vanished, language, 0),
    }),
    ...(revision?.largest?.changePct == null ? [] : [say.evidence_feed_largest({ percent: sayNumber(Math.abs(revision.largest.changePct), language, 1) })]),
    ...(names === '' ? [] : [indicators.length > 8 ? say.evidence_feed_indicators_more({ names, count: indicators.length - 8 }) : say.evidence_feed_indicators({ names })]),
  ].join(' ')
}

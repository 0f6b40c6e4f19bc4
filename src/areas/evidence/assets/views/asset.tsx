// One asset: what it is, whose, where, from which source and day; for colleagues what may be done with it, and its history.
import { type Asked, type Screen, typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref, toSafeHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { type Asset, assetHistoryPath, assetPath, assetsPath, type AssetVersion, changeAssetPath, everything, isReviewed, queryOf } from '../rules.ts'
import { kindNames, manyNames } from '../rules/names.ts'
import { type Place, sayName, sayPlaceOf, sayReview, sayState, underAssets } from './words.ts'

export type AssetShown = { readonly language: Language; readonly asked: Asked; readonly asset: Asset; readonly places: readonly Place[]; readonly keeps: 'yes' | 'no' }
const Linked = ({ address, words }: { readonly address: string; readonly words: string }) => {
  const href = address === '' ? undefined : toSafeHref(address)
  return href === undefined ? <span>{words}</span> : <a class="ds-link" href={href} rel="external">{words}</a>
}
export const assetScreen = (shown: AssetShown): Screen => {
  const { language, asked, asset, places, keeps } = shown
  const say = speak(language)
  const line = (name: string, value: string) => (value === '' ? [] : [{ name, value }])
  return {
    kind: 'screen', title: sayName(asset, language), says: asset.says[language] || kindNames[asset.kind][language], crumbs: underAssets(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={kindNames[asset.kind][language]} title={sayName(asset, language)} lead={asset.says[language] || undefined} />
        {asset.illustrative === 'yes' ? <Notice language={language} tone="warning" title={say.evidence_asset_illustrative()}><p>{say.evidence_asset_illustrative_says()}</p></Notice> : null}
        {asset.state === 'published' ? null : <Notice language={language} tone="info" title={sayState(asset.state, language)}><p>{asset.withdrawnWhy ?? say.evidence_asset_draft_says()}</p></Notice>}
        <SummaryList lines={[
          ...line(say.evidence_asset_municipality(), sayPlaceOf(asset.municipality, places, language)), ...line(say.evidence_asset_place(), asset.place), ...line(say.evidence_asset_owner(), asset.owner[language] || asset.owner.bg),
          ...(asset.website === '' ? [] : [{ name: say.evidence_asset_website(), value: <Linked address={asset.website} words={asset.website} /> }]),
          ...line(say.evidence_asset_contact(), asset.publicContact || say.evidence_asset_no_contact()),
          { name: say.evidence_asset_source(), value: <Linked address={asset.sourceAddress} words={asset.source} /> },
          ...line(say.evidence_asset_as_of(), sayCivilDate(asset.asOf, language)), ...line(say.evidence_asset_review(), sayReview(asset, language)), ...line(say.evidence_asset_changed(), sayDate(asset.changedAt, language)),
        ]} />
        <p><a class="ds-link" href={toHref(language, `${assetsPath}${queryOf({ ...everything, kind: asset.kind })}`)}>{say.evidence_asset_more_of({ kind: manyNames[asset.kind][language] })}</a></p>
        {keeps === 'yes' ? <Acts {...shown} /> : null}
      </>
    ),
  }
}
const Acts = ({ language, asked, asset }: AssetShown) => {
  const say = speak(language)
  const hidden = [{ name: 'version', value: String(asset.version) }]
  const action = toHref(language, assetPath(asset.number))
  return (
    <Section id="acts" title={say.evidence_asset_acts()}>
      <Buttons>
        <ButtonLink href={toHref(language, changeAssetPath(asset.number))}>{say.evidence_asset_change()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, assetHistoryPath(asset.number))}>{say.evidence_asset_history()}</ButtonLink>
      </Buttons>
      <Form action={action} hidden={hidden}>
        <Buttons>
          {asset.state === 'published' ? null : <Button name="does" value="publish">{say.evidence_asset_publish()}</Button>}
          {isReviewed(asset) ? null : <Button look="secondary" name="does" value="review">{say.evidence_asset_review_do()}</Button>}
        </Buttons>
        {isReviewed(asset) ? null : <p class="p-note">{say.evidence_asset_review_says()}</p>}
      </Form>
      {asset.state === 'withdrawn' ? null : (
        <Form action={action} hidden={[...hidden, { name: 'does', value: 'withdraw' }]}>
          <TextField language={language} name="why" label={say.evidence_asset_withdraw_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
          <Buttons><Button look="danger">{say.evidence_asset_withdraw()}</Button></Buttons>
        </Form>
      )}
    </Section>
  )
}

/** Every version, the newest first, with what it said. */
export const historyScreen = ({ language, asset, versions, places }: { readonly language: Language; readonly asset: Asset; readonly versions: readonly AssetVersion[]; readonly places: readonly Place[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_asset_history(), says: sayName(asset, language), crumbs: [...underAssets(language), { name: sayName(asset, language), path: assetPath(asset.number) }],
    body: (
      <>
        <PageHeading kicker={sayName(asset, language)} title={say.evidence_asset_history()} />
        <Timeline moments={versions.map(({ version, state, words, why, savedAt }) => ({
          when: sayDate(savedAt, language), datetime: savedAt.toISOString(), title: say.evidence_asset_version({ version, state: sayState(state, language) }),
          children: (
            <>
              {why === '' ? null : <p>{why}</p>}
              <p class="p-note">{[kindNames[words.kind][language], words.name.bg, words.name.en, sayPlaceOf(words.municipality, places, language), words.place, words.owner.bg, words.says.bg, words.publicContact, words.source, sayCivilDate(words.asOf, language)].filter((part) => part !== '').join(' · ')}</p>
            </>
          ),
        }))} />
      </>
    ),
  }
}

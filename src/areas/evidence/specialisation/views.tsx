// The page of specialisation: whose figures, what weighs more here, what grows, what is near; and where figures are missing, which and how they come.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { datasetPath, importPath } from '#areas/evidence/datasets/rules.ts'
import { plainRegion, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { keepSpecialisationPath, queryOf, type Shelf, type Specialisation, specialisationPath } from './rules.ts'
import { Chances } from './views/chances.tsx'
import { Growth } from './views/growth.tsx'
import { Industry, OutwardSection, Sectors, Technology } from './views/known.tsx'
import { csvPath, Quotients, strongest } from './views/quotients.tsx'
import { Related, StructureOf } from './views/relations.tsx'
import { activityName, besideName, setNameOf } from './views/saying.ts'

export type SpecialisationShown = { readonly language: Language; readonly answer: Specialisation; readonly query: URLSearchParams; readonly mayImport: boolean; readonly mayKeep: boolean }

export const specialisationScreen = ({ language, answer, query, mayImport, mayKeep }: SpecialisationShown): Screen => {
  const say = speak(language)
  const { seen, shelves, choice } = answer
  const title = titleOf(answer, language), lead = seen === null ? say.evidence_spec_lead_none() : say.evidence_spec_lead({ beside: besideName(seen, language) })
  const missing = shelves.filter(({ has }) => has === 'nothing'), ready = shelves.filter(({ has }) => has === 'figures')
  const csv = csvPath(choice, language)
  return {
    kind: 'screen', title, says: lead, crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }],
    alternates: [{ type: 'text/csv', path: csv, title: say.evidence_spec_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_spec_kicker()} title={title} lead={lead}>
          {mayKeep && seen !== null ? <p><a class="ds-link" href={toHref(language, `${keepSpecialisationPath}${queryOf(choice)}`)}>{say.evidence_trend_keep_link()}</a></p> : null}
        </PageHeading>
        {seen !== null && seen.shown.code !== answer.home.code ? (
          <Notice language={language} tone="warning" title={say.evidence_spec_higher_title()}><p>{say.evidence_spec_higher({ shown: plainRegion(seen.shown, language) })}</p></Notice>
        ) : null}
        {ready.length > 1 && seen !== null ? (
          <Tabs
            label={say.evidence_spec_set()} current={toHref(language, addressOf(seen.set))}
            tabs={ready.map(({ set }) => ({ name: setNameOf(set, language), href: toHref(language, addressOf(set)) }))}
          />
        ) : null}
        {seen === null ? null : (
          <>
            <Quotients language={language} seen={seen} choice={choice} />
            <Growth language={language} seen={seen} choice={choice} />
            <Chances language={language} seen={seen} choice={choice} query={query} />
            <Related language={language} seen={seen} />
            <StructureOf language={language} seen={seen} />
          </>
        )}
        <Industry language={language} answer={answer} />
        {seen === null ? <Missing language={language} shelves={missing} answer={answer} mayImport={mayImport} /> : null}
        <Technology language={language} answer={answer} />
        <OutwardSection language={language} answer={answer} />
        {answer.sectors === null ? null : <Sectors language={language} sectors={answer.sectors} />}
        {seen !== null && missing.length > 0 ? <Missing language={language} shelves={missing} answer={answer} mayImport={mayImport} /> : null}
        <Section id="method" title={say.evidence_spec_method()}>
          <p>{say.evidence_spec_method_near()}</p>
          <p>{say.evidence_spec_method_complexity()}</p>
          <p>{say.evidence_spec_method_text()}</p>
          <LinkList links={[{ name: say.evidence_spec_csv(), href: csv }]} />
        </Section>
      </>
    ),
  }
}
const addressOf = (set: Shelf['set']): string => `${specialisationPath}${queryOf({ set })}`

const titleOf = ({ home, seen }: Specialisation, language: Language): string => {
  const say = speak(language)
  if (seen === null) return say.evidence_spec_title()
  const first = strongest(seen), place = titleOfRegion(seen.shown.code === home.code ? home : seen.shown, language)
  return first === undefined ? say.evidence_spec_title_none({ place }) : say.evidence_spec_title_seen({ place, activity: activityName(seen, first, language) })
}

/** Which dataset, why it is not here, what it will give, and the one thing to do. */
const Missing = ({ language, shelves, answer, mayImport }: { readonly language: Language; readonly shelves: readonly Shelf[]; readonly answer: Specialisation; readonly mayImport: boolean }) => {
  const say = speak(language)
  const gives = (set: Shelf['set']): string => ({ jobs: say.evidence_spec_missing_jobs_gives(), value: say.evidence_spec_missing_value_gives(), staff: say.evidence_spec_missing_staff_gives({ shown: plainRegion(answer.above, language) }) })[set]
  return (
    <Section id="missing" title={say.evidence_spec_missing()}>
      <Grid least="wide">
      {shelves.map(({ set, dataset, title, total }) => (
        <EmptyState level={3} title={say.evidence_spec_missing_one({ name: title[language], dataset })} why={total?.reasonWithoutFigures?.[language] ?? say.evidence_indicator_none_why()}>
          <p>{gives(set)}</p>
          {total === null || total.load.command === null ? null : <p>{total.load.words[language]} <code>{total.load.command}</code></p>}
          {mayImport ? <Buttons><ButtonLink look="secondary" href={toHref(language, importPath(dataset))}>{say.evidence_spec_missing_load()}</ButtonLink></Buttons> : null}
          <p><a class="ds-link" href={toHref(language, datasetPath(dataset))}>{say.evidence_spec_missing_dataset()}</a></p>
        </EmptyState>
      ))}
      </Grid>
    </Section>
  )
}

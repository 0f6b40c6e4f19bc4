// All consultations: what is open now, what comes, what is over. Never an empty room.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { proposalsPath } from '#areas/participation/proposals/rules.ts'
import { consultationPath, type Consultation } from '../rules.ts'
import { langOf, sayLeft, sayTerm, stageOf } from './say.ts'

type Shown = { readonly language: Language; readonly now: Date; readonly consultations: readonly Consultation[]; readonly comments: ReadonlyMap<string, number>; readonly may: 'yes' | 'no' }
export const consultationsScreen = ({ language, now, consultations, comments, may }: Shown): Screen => {
  const say = speak(language)
  const of = (...stages: readonly string[]) => consultations.filter((one) => stages.includes(stageOf(one, now)))
  const cards = (list: readonly Consultation[]) => (
    <Grid least="wide">{list.map((one) => (
      <Card name={langOf(one.title, language).words} href={toHref(language, consultationPath(one.slug))} says={langOf(one.says, language).words} level={3}
        foot={[sayLeft({ consultation: one, now, language }), sayTerm(one, language), (comments.get(one.id) ?? 0) === 0 ? say.participation_consultation_count_none() : say.participation_consultation_count({ count: comments.get(one.id) ?? 0 })].join(' · ')} />
    ))}</Grid>
  )
  const part = (id: string, title: string, list: readonly Consultation[]) => (list.length === 0 ? null : <Section id={id} title={title}>{cards(list)}</Section>)
  const shown = may === 'yes' ? consultations : consultations.filter(({ draft }) => draft > 0)
  return {
    kind: 'screen', title: say.participation_consultations_title(), says: say.participation_consultations_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={say.participation_consultations_title()} lead={say.participation_consultations_says()}>
          {may === 'no' ? null : <Buttons><ButtonLink href={toHref(language, '/participation/texts')}>{say.participation_consultations_texts()}</ButtonLink></Buttons>}
        </PageHeading>
        {shown.length === 0 ? <EmptyState title={say.participation_consultations_none()} why={say.participation_consultations_none_why()}><p><a class="ds-link" href={toHref(language, `${proposalsPath}/new`)}>{say.participation_draft_propose()}</a></p></EmptyState> : (
          <>
            {part('open', say.participation_stage_open(), of('open'))}
            {part('coming', say.participation_stage_not_yet(), of('notYet'))}
            {may === 'yes' ? part('prepared', say.participation_stage_prepared(), of('prepared')) : null}
            {part('over', say.participation_stage_closed(), of('closed'))}
          </>
        )}
      </>
    ),
  }
}

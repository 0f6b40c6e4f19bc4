// The page of a consultation: until when, how, and the frozen draft block by block, each with its link to comment.
import type { Crumb, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons, Button } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import type { Problem } from '#kernel/result.ts'
import { proposalsPath } from '#areas/participation/proposals/rules.ts'
import { followAddress } from '#areas/participation/subscriptions/rules.ts'
import { headingWords } from '#areas/participation/texts/rules/cut.ts'
import { plainInline } from '#areas/participation/texts/rules/plain.ts'
import type { Text, TextBlock } from '#areas/participation/texts/rules.ts'
import { BlockView } from '#areas/participation/texts/views/block.tsx'
import { blockPath, changesPath, commentsPath, consultationPath, consultationsPath, documentPath, draftFilePath, fieldsPath, fileNames, filePath, levelNames, newDraftPath, portalPath, type Consultation, type ConsultationFile, type FrozenDraft } from '../rules.ts'
import { langOf, sayLeft, sayTerm, stageOf } from './say.ts'

export type Shown = {
  readonly language: Language; readonly now: Date; readonly consultation: Consultation; readonly text: Pick<Text, 'language' | 'number'>
  /** what is shown: the frozen first copy; before opening the text as it is */
  readonly draft: Pick<FrozenDraft, 'blocks' | 'hash'>; readonly counts: ReadonlyMap<number, number>; readonly quotes: ReadonlyMap<number, readonly string[]>; readonly files: readonly ConsultationFile[]
  readonly may: 'yes' | 'no'; readonly problems: readonly Problem[]
}
export const crumbsTo = (language: Language): readonly Crumb[] => {
  const say = speak(language)
  return [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_consultations_title(), path: consultationsPath }]
}
export const draftScreen = (shown: Shown): Screen => {
  const { language, now, consultation, draft, counts, may, problems } = shown
  const say = speak(language), title = langOf(consultation.title, language), says = langOf(consultation.says, language)
  const stage = stageOf(consultation, now), comments = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return {
    kind: 'screen', title: title.words, says: says.words || title.words, crumbs: [...crumbsTo(language)],
    body: (
      <>
        <ErrorSummary language={language} problems={problems} />
        <PageHeading kicker={say.participation_consultation_kicker()} title={title.words} lead={says.words} />
        <StatLine stats={[
          { name: say.participation_consultation_term(), value: sayLeft({ consultation, now, language }), unitAndPeriod: sayTerm(consultation, language) },
          { name: say.participation_consultation_comments(), value: String(comments), unitAndPeriod: say.participation_consultation_comments_of() },
        ]} />
        {stage === 'prepared' ? <Prepared {...shown} /> : <Doing {...shown} stage={stage} />}
        <Contents {...shown} />
        <Section id="draft" title={say.participation_draft_title()}>
          <div class="p-draft" lang={shown.text.language === language ? undefined : shown.text.language}>{draft.blocks.map((block) => <Block {...shown} block={block} stage={stage} />)}</div>
        </Section>
        <About {...shown} />
        {may === 'yes' && stage !== 'prepared' ? <ForStaff {...shown} /> : null}
      </>
    ),
  }
}
const Doing = ({ language, consultation, stage }: Shown & { readonly stage: 'notYet' | 'open' | 'closed' }) => {
  const say = speak(language)
  if (stage === 'notYet') return <Notice language={language} tone="info"><p>{say.participation_draft_not_yet()}</p></Notice>
  return (
    <>
      {stage === 'open' ? <p>{say.participation_draft_how()}</p> : <Notice language={language} tone="info"><p>{consultation.draft > 1 ? say.participation_draft_closed_changed() : say.participation_draft_closed()}</p></Notice>}
      <Buttons>
        {consultation.draft > 1 ? <ButtonLink href={toHref(language, changesPath(consultation.slug))}>{say.participation_draft_changes()}</ButtonLink> : null}
        <ButtonLink look="secondary" href={toHref(language, followAddress(consultation.id))}>{say.participation_draft_follow()}</ButtonLink>
        {stage === 'closed' ? <ButtonLink look="secondary" href={toHref(language, `${proposalsPath}/new`)}>{say.participation_draft_propose()}</ButtonLink> : null}
      </Buttons>
    </>
  )
}
/** Only colleagues see this: what will be frozen, and the one button that does it. */
const Prepared = ({ language, consultation, text }: Shown) => {
  const say = speak(language)
  return (
    <Notice language={language} tone="warning" title={say.participation_prepared_title()}>
      <p>{say.participation_prepared_says()}</p>
      <Form action={toHref(language, consultationPath(consultation.slug))} hidden={[{ name: 'does', value: 'open' }]}>
        <Buttons>
          <Button>{say.participation_prepared_open()}</Button>
          <ButtonLink look="secondary" href={toHref(language, fieldsPath(consultation.slug))}>{say.participation_prepared_change()}</ButtonLink>
          <ButtonLink look="secondary" href={toHref(language, `/participation/texts/${text.number}`)}>{say.participation_prepared_text()}</ButtonLink>
          <ButtonLink look="quiet" href={toHref(language, portalPath(consultation.slug))}>{say.participation_portal_title()}</ButtonLink>
        </Buttons>
      </Form>
    </Notice>
  )
}
const Contents = ({ language, draft }: Shown) => {
  const headings = draft.blocks.filter(({ kind, level }) => kind === 'heading' && level <= 2)
  return headings.length < 3 ? null : <Details summary={speak(language).participation_draft_contents()}><LinkList links={headings.map(({ block, source }) => ({ name: plainInline(headingWords(source)), href: `#b${block}` }))} /></Details>
}
const Block = ({ language, consultation, block, counts, quotes, stage }: Shown & { readonly block: TextBlock; readonly stage: string }) => {
  const say = speak(language), count = counts.get(block.block) ?? 0
  const href = toHref(language, blockPath({ slug: consultation.slug, block: block.block }))
  const name = stage !== 'open' ? (count === 0 ? null : say.participation_block_read({ count })) : count === 0 ? say.participation_block_comment() : say.participation_block_comment_count({ count })
  return (
    <div class="p-draft-block" id={`b${block.block}`} data-kind={block.kind} data-comments={count > 0 ? 'yes' : undefined}>
      <p class="p-draft-number p-note p-numbers" aria-hidden="true">{block.block}</p>
      <div class="p-draft-words"><BlockView block={block} quotes={quotes.get(block.block) ?? []} /></div>
      <p class="p-draft-comment" lang={language}>{stage === 'prepared' || name === null ? null : <a class="ds-link" href={href}>{name}<span class="p-hidden-text"> {say.participation_block_of({ block: block.block })}</span></a>}</p>
    </div>
  )
}
const About = ({ language, consultation, draft, files }: Shown) => {
  const say = speak(language), { slug } = consultation, reason = langOf(consultation.shortTermReason, language), ways = langOf(consultation.ways, language)
  const line = (name: string, value: string) => (value === '' ? [] : [{ name, value }])
  return (
    <Section id="about" title={say.participation_about_title()}>
      <SummaryList lines={[
        { name: say.participation_field_institution(), value: consultation.institution }, ...line(say.participation_field_unit(), consultation.unit),
        { name: say.participation_field_level(), value: levelNames[consultation.level][language] }, { name: say.participation_field_act_type(), value: consultation.actType },
        { name: say.participation_field_policy_area(), value: consultation.policyArea }, ...line(say.participation_field_registration_number(), consultation.registrationNumber), ...line(say.participation_field_programme(), consultation.programme),
        { name: say.participation_consultation_term(), value: sayTerm(consultation, language) }, ...line(say.participation_field_short_term_reason(), reason.words),
        { name: say.participation_field_ways(), value: <span class="p-lines">{ways.words}</span> }, { name: say.participation_field_contacts(), value: <span class="p-lines">{consultation.contacts}</span> },
      ]} />
      <LinkList links={[
        ...(['docx', 'pdf'] as const).map((format) => ({ name: say.participation_about_document({ format: format.toUpperCase() }), href: toHref(language, documentPath({ slug, format })) })),
        ...(['docx', 'pdf', 'md'] as const).map((format) => ({ name: say.participation_about_draft({ format: format === 'md' ? 'Markdown' : format.toUpperCase() }), href: toHref(language, draftFilePath({ slug, format })) })),
        ...(consultation.draft === 0 ? [] : [{ name: say.participation_about_comments(), href: commentsPath(slug) }]),
        ...files.map((file) => ({ name: file.title[language], href: filePath({ slug, id: file.id }), note: `${fileNames[file.kind][language]}, ${file.extension.toUpperCase()}` })),
      ]} />
      {consultation.draft === 0 ? null : <p class="p-note">{say.participation_about_hash()} <code class="p-hash">{draft.hash}</code></p>}
    </Section>
  )
}
const ForStaff = ({ language, consultation, text }: Shown) => {
  const say = speak(language), { slug } = consultation
  return (
    <Section id="staff" title={say.participation_staff_title()}>
      <p>{say.participation_staff_says()}</p>
      <Buttons>
        <ButtonLink look="secondary" href={toHref(language, newDraftPath(slug))}>{say.participation_staff_new_draft()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, `/participation/texts/${text.number}`)}>{say.participation_prepared_text()}</ButtonLink>
        <ButtonLink look="secondary" href={toHref(language, portalPath(slug))}>{say.participation_portal_title()}</ButtonLink>
      </Buttons>
    </Section>
  )
}

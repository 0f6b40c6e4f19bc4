// The page of one block: what it says, what others said of it, and the form to comment. Everything works by touch, keyboard, without scripts.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { policyPath } from '#areas/participation/moderation/rules.ts'
import { followAddress } from '#areas/participation/subscriptions/rules.ts'
import { wordDifference } from '#areas/participation/texts/rules/difference.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import { sentencesOf } from '#areas/participation/texts/rules/sentences.ts'
import type { Text, TextBlock } from '#areas/participation/texts/rules.ts'
import { BlockView, DifferenceView } from '#areas/participation/texts/views/block.tsx'
import type { Contribution } from '#areas/participation/proposals/rules.ts'
import { longestComment, longestWording, enteredChannels } from '../forms.ts'
import { blockPath, blockTarget, consultationPath, type AnchoredTo, type Consultation } from '../rules.ts'
import { fromCommentText } from '../rules/comment-text.ts'
import { crumbsTo } from './draft.tsx'
import { langOf, type Stage } from './say.ts'

export type Comment = AnchoredTo & { readonly of: Contribution }
/** A comment as everybody reads it; the wording it proposes is shown as a tracked change of what it quotes. */
export const CommentView = ({ language, comment, block, takes }: { readonly language: Language; readonly comment: Comment; readonly block: Pick<TextBlock, 'kind' | 'source'>; /** whether one may still agree */ readonly takes: 'yes' | 'no' }) => {
  const say = speak(language), { of, quote } = comment, { says, wording } = fromCommentText(of.text)
  const lang = of.language === language ? undefined : of.language
  return (
    <article class="p-comment">
      <p class="p-note p-numbers">{of.authorShown ?? say.participation_comment_citizen()} · {sayCivilDate(of.receivedOn, language)} · <a class="ds-link" href={toHref(language, contributionPath(of.number))}>№ {of.number}</a>{of.late ? <>{' '}<Tag tone="warning">{say.participation_comment_late()}</Tag></> : null}</p>
      {quote === '' ? null : <blockquote class="p-comment-quote">{quote}</blockquote>}
      {says === '' ? null : <p class="p-lines" lang={lang}>{says}</p>}
      {wording === '' ? null : <><p class="p-note">{say.participation_comment_wording_shown()}</p><DifferenceView language={language} parts={wordDifference({ before: quote || plainOf(block), after: wording })} /></>}
      <p class="p-note">{takes === 'no' ? say.participation_comment_supported({ count: of.supports }) : <a class="ds-link" href={toHref(language, contributionPath(of.number))}>{say.participation_comment_agree({ count: of.supports })}<span class="p-hidden-text"> № {of.number}</span></a>}</p>
    </article>
  )
}
type Shown = {
  readonly language: Language; readonly asked: Asked; readonly consultation: Consultation; readonly text: Pick<Text, 'language'>; readonly block: TextBlock; readonly stage: Stage
  readonly comments: readonly Comment[]; readonly officer: Officer; readonly mayEnter: 'yes' | 'no'; readonly around: { readonly before: number | null; readonly after: number | null }; readonly today: string
}
export const blockScreen = (shown: Shown): Screen => {
  const { language, asked, consultation, text, block, stage, comments, mayEnter, around } = shown
  const say = speak(language), { slug } = consultation, title = langOf(consultation.title, language)
  const isSent = asked.query.get('sent')
  const goes = (to: number | null, name: string) => (to === null ? null : <a class="ds-link" href={toHref(language, blockPath({ slug, block: to }))}>{name}</a>)
  return {
    kind: 'screen', title: say.participation_block_title({ block: block.block, title: title.words }), says: plainOf(block).slice(0, 160), crumbs: [...crumbsTo(language), { name: title.words, path: consultationPath(slug) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={title.words} title={say.participation_block_heading({ block: block.block })} />
        {isSent === null || !/^\d{4}-\d+$/.test(isSent) ? null : <Notice language={language} tone="success" title={say.participation_comment_sent({ number: isSent })}><p>{say.participation_comment_sent_says()}</p></Notice>}
        <blockquote class="p-draft p-draft-quoted" lang={text.language === language ? undefined : text.language}><BlockView block={block} quotes={comments.map(({ quote }) => quote)} /></blockquote>
        {stage === 'open' || mayEnter === 'yes' ? <CommentForm {...shown} /> : <Notice language={language} tone="info"><p>{stage === 'notYet' ? say.participation_draft_not_yet() : say.participation_block_closed()}</p></Notice>}
        <Section id="comments" title={comments.length === 0 ? say.participation_comments_none_title() : say.participation_block_comments({ count: comments.length })}>
          {comments.length === 0 ? <p>{stage === 'open' ? say.participation_block_none() : say.participation_block_none_closed()}</p> : comments.map((comment) => <CommentView language={language} comment={comment} block={block} takes={stage === 'open' ? 'yes' : 'no'} />)}
        </Section>
        <nav class="p-row" aria-label={say.participation_block_around()}>{goes(around.before, say.participation_block_before())}<a class="ds-link" href={`${toHref(language, consultationPath(slug))}#b${block.block}`}>{say.participation_block_whole()}</a>{goes(around.after, say.participation_block_after())}<a class="ds-link" href={toHref(language, followAddress(blockTarget({ consultation: consultation.id, block: block.block })))}>{say.participation_block_follow()}</a></nav>
      </>
    ),
  }
}
const CommentForm = ({ language, asked, consultation, block, officer, mayEnter, stage, today }: Shown) => {
  const say = speak(language), plain = plainOf(block), sentences = sentencesOf(plain), action = toHref(language, blockPath({ slug: consultation.slug, block: block.block }))
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  const isStaff = mayEnter === 'yes'
  const short = (words: string): string => (words.length <= 220 ? words : `${words.slice(0, words.lastIndexOf(' ', 220))} …`)
  return (
    <Section id="write" title={isStaff ? say.participation_comment_enter() : say.participation_comment_write()}>
      {isStaff && stage === 'closed' ? <p>{say.participation_comment_enter_late()}</p> : null}
      <Form action={action}>
        {sentences.length < 2 ? null : (
          <Radios label={say.participation_comment_quote()} {...field('sentence')} value={typedOne(asked.typed, 'sentence') || 'all'} error={errorOf({ problems: asked.problems, field: 'sentence', language })}
            choices={[{ value: 'all', name: say.participation_comment_whole() }, ...sentences.slice(0, 40).map((sentence, index) => ({ value: String(index), name: short(sentence) }))]} />
        )}
        <TextField optional label={say.participation_comment_words()} help={say.participation_comment_words_help()} {...field('quote')} />
        <Textarea rows={5} limit={longestComment} optional label={say.participation_comment_says()} help={say.participation_comment_says_help()} {...field('says')} />
        <Textarea rows={4} limit={longestWording} optional label={say.participation_comment_wording()} help={say.participation_comment_wording_help()} {...field('wording')} />
        <Fieldset legend={isStaff ? say.participation_comment_author() : say.participation_comment_you()}>
          <TextField autocomplete={isStaff ? 'off' : 'name'} optional={isStaff} label={say.participation_comment_name()} {...field('name')} />
          {isStaff ? null : <TextField kind="email" autocomplete="email" label={say.participation_comment_email()} help={say.participation_comment_email_help()} {...field('email')} />}
          <Radios label={say.participation_comment_choice()} {...field('choice')} value={typedOne(asked.typed, 'choice') || 'initials'}
            choices={[{ value: 'name', name: say.participation_comment_choice_name() }, { value: 'initials', name: say.participation_comment_choice_initials() }, { value: 'citizen', name: say.participation_comment_choice_citizen() }]} />
          <Radios label={say.participation_comment_kind()} {...field('kind')} value={typedOne(asked.typed, 'kind') || 'person'} choices={[{ value: 'person', name: say.participation_comment_kind_person() }, { value: 'organisation', name: say.participation_comment_kind_organisation() }]} />
        </Fieldset>
        {!isStaff ? null : (
          <Fieldset legend={say.participation_comment_came()}>
            <Select label={say.participation_comment_channel()} {...field('channel')} options={enteredChannels.map((value) => ({ value, name: sayChannel(value, language) }))} />
            <TextField width="short" label={say.participation_comment_received()} help={say.participation_comment_received_help()} {...field('received_on')} value={typedOne(asked.typed, 'received_on') || today.split('-').reverse().join('.')} />
          </Fieldset>
        )}
        {isStaff ? null : <CollectionNotice language={language} purpose="contribution" officer={officer} />}
        <Buttons><Button>{isStaff ? say.participation_comment_save() : say.participation_comment_send()}</Button><ButtonLink look="quiet" href={`${toHref(language, consultationPath(consultation.slug))}#b${block.block}`}>{say.people_back()}</ButtonLink></Buttons>
        {isStaff ? null : <p class="p-note">{say.participation_comment_policy()} <a class="ds-link" href={toHref(language, policyPath)}>{say.participation_comment_policy_link()}</a></p>}
      </Form>
    </Section>
  )
}
const sayChannel = (channel: (typeof enteredChannels)[number], language: Language): string => {
  const say = speak(language)
  return { post: say.participation_channel_post, paper: say.participation_channel_paper, email: say.participation_channel_email, phone: say.participation_channel_phone }[channel]()
}

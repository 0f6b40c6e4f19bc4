// The form of a news post: both languages, the day, a picture with words for it; publishing and withdrawing.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons, ButtonLink } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { fromPost } from '../forms.ts'
import { changePath, longestText, newsPath, picturePath, postPath, type NewsPost } from '../rules.ts'
import { sayState } from './list.tsx'

/** `post` is null for a new one; `today` is yyyy-mm-dd */
type Shown = { readonly language: Language; readonly asked: Asked; readonly post: NewsPost | null; readonly today: string }
export const newsFormScreen = ({ language, asked, post, today }: Shown): Screen => {
  const say = speak(language)
  const title = post === null ? say.participation_news_new() : say.participation_news_change()
  const action = toHref(language, post === null ? `${newsPath}/new` : changePath(post.number))
  return {
    kind: 'screen', title, says: say.participation_news_form_says(), crumbs: [{ name: say.participation_news_title(), path: newsPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_news_form_says()} />
        {post === null ? null : <p><Tag tone={post.state === 'published' ? 'success' : 'warning'}>{sayState(post.state, language)}</Tag> <a class="ds-link" href={toHref(language, postPath(post.number))}>{say.participation_news_look()}</a></p>}
        {post === null ? null : <Meanwhile language={language} asked={asked} post={post} />}
        <Form action={action} carries="files" hidden={[{ name: 'version', value: String(post?.version ?? 0) }]}>
          <Fields language={language} asked={asked} post={post} today={today} />
          <Buttons>
            {post?.state === 'published' ? <Button name="does" value="save">{say.participation_news_save_published()}</Button> : (
              <>
                <Button name="does" value="publish">{post?.state === 'withdrawn' ? say.participation_news_publish_again() : say.participation_news_publish()}</Button>
                <Button look="secondary" name="does" value="save">{say.participation_news_save_draft()}</Button>
              </>
            )}
            <ButtonLink look="quiet" href={toHref(language, newsPath)}>{say.people_back()}</ButtonLink>
          </Buttons>
        </Form>
        {post?.state !== 'published' ? null : (
          <Section id="withdraw" title={say.participation_news_withdraw_title()}>
            <p>{say.participation_news_withdraw_says()}</p>
            <Form action={action} hidden={[{ name: 'version', value: String(post.version) }, { name: 'does', value: 'withdraw' }]}>
              <TextField language={language} name="why" label={say.participation_news_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
              <Buttons><Button look="danger">{say.participation_news_withdraw()}</Button></Buttons>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}
const Fields = ({ language, asked, post, today }: Shown) => {
  const say = speak(language)
  const saved = post === null ? { dated_on: today.split('-').reverse().join('.') } as Readonly<Record<string, string>> : fromPost(post)
  const isAgain = asked.problems.length > 0 && asked.typed.text.title_bg !== undefined
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (saved[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const paragraphs = say.participation_news_text_help()
  return (
    <>
      <DateField label={say.participation_news_day()} help={say.participation_news_day_help()} {...field('dated_on')} />
      <Fieldset legend={say.participation_news_in_bulgarian()}>
        <TextField label={say.participation_news_field_title({ language: say.people_in_bulgarian() })} {...field('title_bg')} />
        <Textarea rows={9} limit={longestText} help={paragraphs} label={say.participation_news_field_text({ language: say.people_in_bulgarian() })} {...field('text_bg')} />
      </Fieldset>
      <Fieldset legend={say.participation_news_in_english()}>
        <TextField label={say.participation_news_field_title({ language: say.people_in_english() })} {...field('title_en')} />
        <Textarea rows={9} limit={longestText} label={say.participation_news_field_text({ language: say.people_in_english() })} {...field('text_en')} />
      </Fieldset>
      <Fieldset legend={say.participation_news_picture()} help={say.participation_news_picture_help()}>
        {post === null || post.picture === null ? null : (
          <>
            <img class="p-news-picture" src={picturePath({ number: post.number, picture: post.picture })} alt={post.picture.alternative[language]} width={post.picture.width} height={post.picture.height} />
            <Checkbox optional label={say.participation_news_picture_remove()} {...field('remove')} />
          </>
        )}
        <FileUpload language={language} name="picture" optional label={say.participation_news_picture_file()} kinds="JPEG, PNG" most="6 MB" accept=".jpg,.jpeg,.png,image/jpeg,image/png" error={field('picture').error}
          {...(asked.typed.files.picture === undefined ? {} : { help: say.people_file_again() })} />
        <TextField optional label={say.participation_news_alternative({ language: say.people_in_bulgarian() })} help={say.participation_news_alternative_help()} {...field('alternative_bg')} />
        <TextField optional label={say.participation_news_alternative({ language: say.people_in_english() })} {...field('alternative_en')} />
      </Fieldset>
    </>
  )
}
/** Two at once: what a colleague saved stands above the fields with one's own words. */
const Meanwhile = ({ language, asked, post }: { readonly language: Language; readonly asked: Asked; readonly post: NewsPost }) => {
  const say = speak(language)
  const opened = typedOne(asked.typed, 'version')
  if (asked.problems.length === 0 || opened === '' || opened === String(post.version)) return null
  const saved = fromPost(post)
  const other = Object.keys(saved).filter((name) => typedOne(asked.typed, name).trim() !== saved[name])
  return <Notice language={language} tone="warning" title={say.people_settings_meanwhile()}><SummaryList lines={other.map((name) => ({ name: nameOf(name, language), value: saved[name] || '–' }))} /></Notice>
}
const nameOf = (field: string, language: Language): string => {
  const say = speak(language)
  const of = { language: field.endsWith('_en') ? say.people_in_english() : say.people_in_bulgarian() }
  return field === 'dated_on' ? say.participation_news_day() : field.startsWith('title') ? say.participation_news_field_title(of) : field.startsWith('text') ? say.participation_news_field_text(of) : say.participation_news_alternative(of)
}

// The small forms of the staff page: publish, mask, refuse or remove, assign, note, settle a report. Each posts to the page itself.
import { typedOne } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Form } from '#ui/parts/form.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { maskHints, maskMark } from '#areas/participation/proposals/rules/personal-data.ts'
import { handlingPath, reasonNames, reasons, toLarge } from '../rules.ts'
import type { Shown } from './handled.ts'

const formOf = ({ language, it }: Shown, does: string) => ({ action: toHref(language, handlingPath(it.number)), hidden: [{ name: 'version', value: String(it.version) }, { name: 'state', value: it.state }, { name: 'does', value: does }] })
const field = ({ language, asked }: Shown, name: string, saved = '') => ({
  language, name, value: asked.problems.length > 0 && asked.typed.text[name] !== undefined ? typedOne(asked.typed, name) : saved, error: errorOf({ problems: asked.problems, field: name, language }),
})
const openWhen = ({ asked }: Shown, does: string): 'open' | 'closed' => (asked.problems.length > 0 && typedOne(asked.typed, 'does') === does ? 'open' : 'closed')

export const PublishForm = (shown: Shown) => {
  const say = speak(shown.language)
  return <Form {...formOf(shown, 'publish')}><Buttons><Button look={shown.it.hints.length > 0 ? 'secondary' : 'primary'}>{shown.it.hints.length > 0 ? say.participation_decide_publish_anyway() : say.participation_decide_publish()}</Button></Buttons></Form>
}
export const MaskForm = (shown: Shown) => {
  const { language, it } = shown
  const say = speak(language)
  const starts = it.hints.length > 0 ? 'open' : openWhen(shown, 'mask')
  return (
    <Details summary={say.participation_decide_mask()} starts={starts}>
      <Form {...formOf(shown, 'mask')}>
        <p>{say.participation_decide_mask_says({ mark: maskMark(it.lang) })}</p>
        <TextField label={say.participation_decide_title()} {...field(shown, 'public_title', maskHints(it.shown.title, it.lang))} />
        <Textarea rows={10} label={say.participation_decide_text()} {...field(shown, 'public_text', maskHints(it.shown.text, it.lang))} />
        <Select label={say.participation_decide_reason()} options={reasonNames.filter((reason) => reason !== 'duplicate' && reason !== 'test').map((reason) => ({ value: reason, name: reasons[reason].name[language] }))} {...field(shown, 'mask_reason', 'othersData')} />
        <Textarea rows={3} optional label={say.participation_decide_says()} {...field(shown, 'mask_says')} />
        <Buttons><Button look={it.hints.length > 0 ? 'primary' : 'secondary'}>{shown.may.publish ? say.participation_decide_mask_publish() : say.participation_decide_mask_save()}</Button></Buttons>
      </Form>
    </Details>
  )
}
export const RefuseForm = (shown: Shown) => {
  const { language, may } = shown
  const say = speak(language)
  return (
    <Details summary={may.refuse === 'remove' ? say.participation_decide_remove() : say.participation_decide_refuse()} starts={openWhen(shown, 'refuse')}>
      <Form {...formOf(shown, 'refuse')}>
        <Radios label={say.participation_decide_reason()} choices={reasonNames.map((reason) => ({ value: reason, name: toLarge(reasons[reason].name[language]), help: reasons[reason].says[language] }))} {...field(shown, 'reason')} />
        <TextField optional label={say.participation_decide_passage()} help={say.participation_decide_passage_help()} {...field(shown, 'passage')} />
        <Textarea rows={3} optional label={say.participation_decide_says()} {...field(shown, 'says')} />
        <Buttons><Button look="danger">{may.refuse === 'remove' ? say.participation_decide_remove() : say.participation_decide_refuse()}</Button></Buttons>
      </Form>
    </Details>
  )
}
export const AssignForm = (shown: Shown) => {
  const { language, it, topics, asked } = shown
  const say = speak(language)
  const values = asked.problems.length > 0 && typedOne(asked.typed, 'does') === 'assign' ? (asked.typed.text.topics ?? []) : it.topics
  return (
    <Form {...formOf(shown, 'assign')}>
      <TextField optional width="half" label={say.participation_inbox_unit()} {...field(shown, 'unit', it.unit)} />
      {shown.processes.length < 2 ? null : <Select label={say.participation_inbox_process()} options={shown.processes} blank={it.processSlug === '' ? say.participation_inbox_no_change() : undefined} {...field(shown, 'process', it.processSlug)} />}
      <Checkboxes language={language} name="topics" optional label={say.participation_inbox_topic()} choices={topics} values={values} />
      <Buttons><Button look="secondary">{say.participation_decide_assign()}</Button></Buttons>
    </Form>
  )
}
export const NoteForm = (shown: Shown) => {
  const say = speak(shown.language)
  return (
    <Form {...formOf(shown, 'note')}>
      <Textarea rows={3} label={say.participation_decide_note()} help={say.participation_decide_note_help()} {...field(shown, 'note')} />
      <Buttons><Button look="secondary">{say.participation_decide_note_save()}</Button></Buttons>
    </Form>
  )
}
export const FlagForm = (shown: Shown) => {
  const say = speak(shown.language)
  return <Form {...formOf(shown, 'settle')}><Buttons><Button look="secondary">{say.participation_decide_settle()}</Button></Buttons></Form>
}

// The page behind the link of a letter: what the place is, and buttons that take it or give it back. Opening it changes nothing.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { eventPath, placePath, type PublicEvent, type SignUp } from '../rules.ts'
import { sayMoment } from '../rules/letters.ts'
import { saySignUp, sayWhen, titleIn } from './words.ts'

export const placeScreen = ({ language, secret, found }: { readonly language: Language; readonly secret: string; readonly found: { readonly event: PublicEvent; readonly signUp: SignUp } | null }): Screen => {
  const say = speak(language)
  if (found === null) return { kind: 'screen', status: 410, title: say.participation_event_link_over(), says: say.participation_event_link_over_says(), crumbs: [], body: <><PageHeading title={say.participation_event_link_over()} /><p>{say.participation_event_link_over_says()}</p></> }
  const { event, signUp } = found
  const title = titleIn(event.title, language)
  const mayTake = signUp.state === 'submitted' || signUp.state === 'offered'
  return {
    kind: 'screen', title, says: say.participation_event_your_place(), crumbs: [{ name: title, path: eventPath(event.number) }],
    body: (
      <>
        <PageHeading kicker={say.participation_event_your_place()} title={title} lead={sayWhen(event, language)} />
        <SummaryList lines={[
          { name: say.participation_event_state(), value: saySignUp(signUp.state, language) }, { name: say.participation_event_how_many(), value: String(signUp.people) },
          ...(signUp.offeredUntil === null ? [] : [{ name: say.participation_event_kept_until(), value: sayMoment(signUp.offeredUntil, language) }]),
        ]} />
        <Form action={toHref(language, placePath(secret))}>
          <Buttons>
            {mayTake ? <Button name="does" value="take">{signUp.state === 'submitted' ? say.participation_event_confirm_button() : say.participation_event_take_button()}</Button> : null}
            <Button look={mayTake ? 'secondary' : 'danger'} name="does" value="leave">{say.participation_event_leave_button()}</Button>
          </Buttons>
        </Form>
      </>
    ),
  }
}
/** After a sign-up: the same for every address. */
export const signedUpScreen = ({ language, event }: { readonly language: Language; readonly event: PublicEvent }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_event_signed_up(), says: say.participation_event_signed_up_says(), crumbs: [{ name: titleIn(event.title, language), path: eventPath(event.number) }],
    body: <><PageHeading title={say.participation_event_signed_up()} lead={say.participation_event_signed_up_says()} /><p><a class="ds-link" href={toHref(language, eventPath(event.number))}>{titleIn(event.title, language)}</a></p></>,
  }
}

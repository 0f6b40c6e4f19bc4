// The foot of every page: how to write to us, what must be said by law, who pays. The e-mail address needs no script.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '../address.ts'
import type { Chrome } from '../chrome.ts'
import { keptDrawing } from '../jsx/kept.ts'
import { EuropeanEmblem } from './emblem.tsx'

export const Footer = ({ language, path, chrome }: { readonly language: Language; readonly path: string; readonly chrome: Chrome }) => (
  <footer class="p-footer">
    <div class="p-wrap">
      {keptDrawing(chrome.footer, `footer ${language}`, () => <Parts language={language} chrome={chrome} />)}
      <p class="p-print-address">{chrome.origin}{toHref(language, path)}</p>
    </div>
  </footer>
)

/** The same under every page: drawn once for a list of links that stays. */
const Parts = ({ language, chrome }: { readonly language: Language; readonly chrome: Chrome }) => {
  const say = speak(language)
  const { contact, emblem, source, funding } = chrome
  return (
    <>
      <div class="p-footer-parts">
        <section>
          <h2>{say.ui_footer_write()}</h2>
          {contact.email === null ? <p>{say.ui_footer_no_email()}</p> : <p><a href={`mailto:${contact.email}`}>{contact.email}</a></p>}
          {emblem === null ? <p>{contact.body[language]}</p> : <p class="p-body"><img class="p-body-emblem" src={emblem.address} alt={emblem.alternative[language]} height="48" /> <span>{contact.body[language]}</span></p>}
        </section>
        <section>
          <h2>{say.ui_footer_about()}</h2>
          <ul>
            {chrome.footer.map((item) => <li><a href={toHref(language, item.path)}>{item.name}</a></li>)}
          </ul>
        </section>
        {source === null ? null : (
          <section>
            <h2>{say.ui_footer_open()}</h2>
            <p>{say.ui_footer_licence({ licence: source.licence })}</p>
            <p><a href={toHref(language, source.address)}>{say.ui_footer_source()}</a></p>
          </section>
        )}
      </div>
      {funding === null ? null : (
        <section class="p-funding">
          <EuropeanEmblem name={say.ui_emblem()} />
          <p class="p-funding-statement">{funding.statement[language]}</p>
          <p class="p-funding-says">{funding.says[language]}</p>
        </section>
      )}
    </>
  )
}

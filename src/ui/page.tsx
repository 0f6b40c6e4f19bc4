// The frame around every page, as one HTML document. Takes values only; asks nothing and knows no page.
import type { Child } from 'hono/jsx'
import type { Screen } from '#kernel/answer.ts'
import { type Language, languages } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type Markup, Piece, together } from './jsx/jsx-runtime.ts'
import { toHref } from './address.ts'
import type { Chrome } from './chrome.ts'
import { Footer } from './frame/footer.tsx'
import { Header } from './frame/header.tsx'
import { Breadcrumb } from './parts/breadcrumb.tsx'
import { Notice } from './parts/notice.tsx'
import { iconAddress } from './theme/icon.ts'

export type FramedPage = {
  readonly language: Language
  /** without the language, with its query: '/evidence/indicators?level=nuts3' */
  readonly path: string
  readonly screen: Screen
  readonly chrome: Chrome
}

const Head = ({ language, path, screen, chrome }: FramedPage) => {
  const place = path.split('?')[0] ?? path
  const found = (screen.status ?? 200) < 400
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* a form sent back says so first: who listens hears the title before anything else */}
      <title>{[screen.status === 400 ? `${speak(language).ui_error_prefix()} ${screen.title}` : screen.title, chrome.region[language], chrome.product[language]].filter((part, index, all) => all.indexOf(part) === index).join(' · ')}</title>
      <meta name="description" content={screen.says} />
      {found ? (
        <>
          <link rel="canonical" href={`${chrome.origin}${toHref(language, place)}`} />
          {languages.map((each) => <link rel="alternate" hreflang={each} href={`${chrome.origin}${toHref(each, path)}`} />)}
          <LinkPreview language={language} path={path} screen={screen} chrome={chrome} />
        </>
      ) : <meta name="robots" content="noindex" />}
      {(screen.alternates ?? []).map((other) => <link rel="alternate" type={other.type} title={other.title} href={other.path} />)}
      <link rel="icon" type="image/svg+xml" href={iconAddress} />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="stylesheet" href={chrome.assets.style} />
      {(screen.islands ?? []).map((island) => {
        const address = chrome.assets.islands[island]
        return address === undefined ? null : <script type="module" src={address} />
      })}
    </head>
  )
}

/** What stands where somebody passes the address on: title, sentence, a drawn picture. */
const LinkPreview = ({ language, path, screen, chrome }: FramedPage) => (
  <>
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={`${chrome.region[language]} · ${chrome.product[language]}`} />
    <meta property="og:title" content={screen.title} />
    <meta property="og:description" content={screen.says} />
    <meta property="og:url" content={`${chrome.origin}${toHref(language, path)}`} />
    <meta property="og:locale" content={language === 'bg' ? 'bg_BG' : 'en_GB'} />
    <meta property="og:image" content={`${chrome.origin}${screen.picture ?? picturePath}`} />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content={speak(language).ui_picture_alt()} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
)
/** The region among its neighbours: for every page that has no picture of its own. */
export const picturePath = '/picture.png'

const Body = (page: FramedPage) => {
  const { language, path, screen, chrome } = page
  return (
    <body>
      <div class="p-page">
        <a class="ds-skip-link" href="#main">{speak(language).ui_skip()}</a>
        <Header language={language} path={path} chrome={chrome} />
        {screen.crumbs.length === 0 ? null : <div class="p-wrap"><Breadcrumb language={language} crumbs={screen.crumbs} current={screen.title} /></div>}
        {chrome.notices.length === 0 ? null : (
          <div class="p-wrap p-notices" role="status">
            {chrome.notices.map((notice) => <Notice language={language} tone={notice.tone}>{notice.text}</Notice>)}
          </div>
        )}
        <main class="p-main p-wrap p-flow" id="main" tabindex={-1}>{screen.body as Child}</main>
        <Footer language={language} path={path} chrome={chrome} />
      </div>
    </body>
  )
}

/** The whole document. */
export const framePage = (page: FramedPage): Markup => together([
  doctype,
  <html lang={page.language}>
    <Head {...page} />
    <Body {...page} />
  </html>,
])
const doctype = new Piece('<!doctype html>')

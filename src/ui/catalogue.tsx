// The catalogue of parts: every example under its heading, with an address of its own. Charts have a page each, because all on
// one would be too heavy for a telephone.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from './address.ts'
import { type ExampleGroup, exampleGroups } from './examples.ts'
import type { PartExamples } from './parts/example.ts'
import { PageHeading, Section } from './parts/layout.tsx'

const groupName = (group: ExampleGroup['key'], language: Language): string => {
  const say = speak(language)
  return {
    figures: say.ui_catalogue_figures, charts: say.ui_catalogue_charts, finding: say.ui_catalogue_finding,
    telling: say.ui_catalogue_telling, asking: say.ui_catalogue_asking,
  }[group]()
}

/** null: the page of all parts but the charts; else one chart's own */
type Shown = { readonly language: Language; readonly chart: PartExamples | null }
const charts = exampleGroups.filter((group) => group.key === 'charts').flatMap((group) => group.parts)
export const listCharts = (): readonly string[] => charts.map((chart) => chart.part)
const chartPath = (chart: PartExamples): string => `/catalogue/${chart.part}`

const Contents = ({ language, chart }: Shown) => {
  const all = chart === null ? '' : toHref(language, '/catalogue')
  return (
    <nav class="p-contents" aria-label={speak(language).ui_catalogue_contents()}>
      {exampleGroups.map((group) => (
        <div>
          <p>{group.key === 'charts' ? groupName(group.key, language) : <a href={`${all}#${group.key}`}>{groupName(group.key, language)}</a>}</p>
          <ul>
            {group.parts.map((part) => (
              <li><a href={group.key === 'charts' ? toHref(language, chartPath(part)) : `${all}#${part.part}`} aria-current={part === chart ? 'page' : undefined}>{part.title[language]}</a></li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const Part = ({ language, part }: { readonly language: Language; readonly part: PartExamples }) => (
  <article class="p-catalogue-part" id={part.part}>
    <header>
      <h3>{part.title[language]}</h3>
      <p class="p-note">{part.says[language]}</p>
      <p class="p-note"><code>{part.part}</code></p>
    </header>
    <div>
      {part.examples.map((example) => (
        <figure class="p-example" id={`${part.part}-${example.key}`}>
          <figcaption class="p-note">{example.says[language]}</figcaption>
          {example.draw(language)}
        </figure>
      ))}
    </div>
  </article>
)

/** `chart`: the name of one of `listCharts`; undefined where there is no such chart. */
export const findCatalogueScreen = ({ language, chart }: { readonly language: Language; readonly chart: string | null }): Screen | undefined => {
  const shown = chart === null ? null : charts.find((one) => one.part === chart)
  return shown === undefined ? undefined : catalogueScreen({ language, chart: shown })
}
const catalogueScreen = ({ language, chart }: Shown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen',
    title: chart === null ? say.ui_catalogue_title() : chart.title[language],
    says: chart === null ? say.ui_catalogue_says() : chart.says[language],
    crumbs: chart === null ? [] : [{ name: say.ui_catalogue_title(), path: '/catalogue' }],
    islands: chart === null ? ['reveal'] : [],
    body: (
      <>
        <PageHeading title={chart === null ? say.ui_catalogue_heading() : chart.title[language]} lead={say.ui_catalogue_says()} />
        <Contents language={language} chart={chart} />
        {chart !== null
          ? <Section id="charts" title={groupName('charts', language)}><Part language={language} part={chart} /></Section>
          : exampleGroups.filter((group) => group.key !== 'charts').map((group) => (
            <Section id={group.key} title={groupName(group.key, language)}>
              {group.parts.map((part) => <Part language={language} part={part} />)}
            </Section>
          ))}
      </>
    ),
  }
}

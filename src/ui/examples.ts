// Every part with its examples, in the order of the catalogue. The catalogue page, the tests and the pictures read this list.
import { examples as barChartExamples } from './charts/bar-chart.examples.tsx'
import { examples as crosshairChartExamples } from './charts/crosshair-chart.examples.tsx'
import { examples as lineChartExamples } from './charts/line-chart.examples.tsx'
import { examples as rangeChartExamples } from './charts/range-chart.examples.tsx'
import { examples as rankLadderExamples } from './charts/rank-ladder.examples.tsx'
import { examples as ringChartExamples } from './charts/ring-chart.examples.tsx'
import { examples as smallMultiplesExamples } from './charts/small-multiples.examples.tsx'
import { examples as sparklineExamples } from './charts/sparkline.examples.tsx'
import { examples as tileMapExamples } from './charts/tile-map.examples.tsx'
import type { PartExamples } from './parts/example.ts'
import { breadcrumbExamples } from './parts/breadcrumb.examples.tsx'
import { buttonExamples } from './parts/button.examples.tsx'
import { cardExamples } from './parts/card.examples.tsx'
import { choicesExamples } from './parts/choices.examples.tsx'
import { dateFieldExamples } from './parts/date-field.examples.tsx'
import { detailsExamples } from './parts/details.examples.tsx'
import { dialogExamples } from './parts/dialog.examples.tsx'
import { emptyStateExamples } from './parts/empty-state.examples.tsx'
import { errorPageExamples } from './parts/error-page.examples.tsx'
import { errorSummaryExamples } from './parts/error-summary.examples.tsx'
import { fieldsetExamples } from './parts/fieldset.examples.tsx'
import { figureCardExamples } from './parts/figure-card.examples.tsx'
import { fileUploadExamples } from './parts/file-upload.examples.tsx'
import { formExamples } from './parts/form.examples.tsx'
import { languageSwitchExamples } from './parts/language-switch.examples.tsx'
import { layoutExamples } from './parts/layout.examples.tsx'
import { linkListExamples } from './parts/link-list.examples.tsx'
import { noticeExamples } from './parts/notice.examples.tsx'
import { numberFieldExamples } from './parts/number-field.examples.tsx'
import { paginationExamples } from './parts/pagination.examples.tsx'
import { passwordFieldExamples } from './parts/password-field.examples.tsx'
import { progressExamples } from './parts/progress.examples.tsx'
import { searchFieldExamples } from './parts/search-field.examples.tsx'
import { selectExamples } from './parts/select.examples.tsx'
import { sourceNoteExamples } from './parts/source-note.examples.tsx'
import { statLineExamples } from './parts/stat-line.examples.tsx'
import { statusExamples } from './parts/status.examples.tsx'
import { stepsExamples } from './parts/steps.examples.tsx'
import { summaryListExamples } from './parts/summary-list.examples.tsx'
import { tableExamples } from './parts/table.examples.tsx'
import { tabsExamples } from './parts/tabs.examples.tsx'
import { tagExamples } from './parts/tag.examples.tsx'
import { taskListExamples } from './parts/task-list.examples.tsx'
import { textFieldExamples } from './parts/text-field.examples.tsx'
import { textareaExamples } from './parts/textarea.examples.tsx'
import { timelineExamples } from './parts/timeline.examples.tsx'
import { threadExamples } from './thread.examples.tsx'

export type ExampleGroup = { readonly key: 'figures' | 'charts' | 'finding' | 'telling' | 'asking'; readonly parts: readonly PartExamples[] }

export const exampleGroups: readonly ExampleGroup[] = [
  { key: 'figures', parts: [figureCardExamples, statLineExamples, tableExamples, sourceNoteExamples, progressExamples] },
  { key: 'charts', parts: [lineChartExamples, barChartExamples, rangeChartExamples, rankLadderExamples, smallMultiplesExamples, tileMapExamples, crosshairChartExamples, ringChartExamples, sparklineExamples] },
  { key: 'finding', parts: [layoutExamples, cardExamples, linkListExamples, breadcrumbExamples, languageSwitchExamples, tabsExamples, paginationExamples, searchFieldExamples] },
  { key: 'telling', parts: [noticeExamples, statusExamples, tagExamples, summaryListExamples, taskListExamples, timelineExamples, detailsExamples, emptyStateExamples, threadExamples, errorPageExamples] },
  { key: 'asking', parts: [formExamples, errorSummaryExamples, textFieldExamples, textareaExamples, selectExamples, choicesExamples, numberFieldExamples, dateFieldExamples, passwordFieldExamples, fileUploadExamples, fieldsetExamples, stepsExamples, buttonExamples, dialogExamples] },
]
export const allExamples: readonly PartExamples[] = exampleGroups.flatMap((group) => group.parts)

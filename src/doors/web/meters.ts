// What the product counts about itself, as OpenMetrics text. No label holds what a person typed: routes are patterns.
// Not the log (log.ts): a meter forgets the single request.
export type Meters = {
  count(of: { readonly route: string; readonly method: string; readonly status: number; readonly ms: number; readonly kept: 'yes' | 'no' }): void
  print(gauges: readonly Gauge[]): string
}
export type Gauge = { readonly name: string; readonly help: string; readonly type: 'gauge' | 'counter'; readonly values: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[] }

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export const makeMeters = (): Meters => {
  const requests = new Map<string, number>()
  const buckets = new Array<number>(bounds.length + 1).fill(0)
  let seconds = 0
  let kept = 0
  return {
    count({ route, method, status, ms, kept: wasKept }) {
      const key = `${method}\n${route}\n${status}`
      requests.set(key, (requests.get(key) ?? 0) + 1)
      const taken = ms / 1000
      seconds += taken
      const at = bounds.findIndex((bound) => taken <= bound)
      buckets[at < 0 ? bounds.length : at] = (buckets[at < 0 ? bounds.length : at] ?? 0) + 1
      if (wasKept === 'yes') kept += 1
    },
    print(gauges) {
      const all: readonly Gauge[] = [
        { name: 'posoka_requests', type: 'counter', help: 'Requests answered, by route pattern, method and status.', values: [...requests].map(([key, value]) => {
          const [method = '', route = '', status = ''] = key.split('\n')
          return [{ route, method, status }, value] as const
        }) },
        { name: 'posoka_pages_kept', type: 'counter', help: 'Requests answered from the kept pages.', values: [[{}, kept]] },
        ...gauges,
      ]
      return `${[...all.flatMap(linesOf), ...histogram(buckets, seconds), '# EOF'].join('\n')}\n`
    },
  }
}
const linesOf = ({ name, type, help, values }: Gauge): readonly string[] =>
  [`# TYPE ${name} ${type}`, `# HELP ${name} ${help}`, ...values.map(([labels, value]) => `${name}${type === 'counter' ? '_total' : ''}${said(labels)} ${value}`)]
const said = (labels: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}
const histogram = (buckets: readonly number[], seconds: number): readonly string[] => {
  let sum = 0
  const steps = buckets.map((count, at) => { sum += count; return `posoka_request_seconds_bucket{le="${bounds[at] ?? '+Inf'}"} ${sum}` })
  return ['# TYPE posoka_request_seconds histogram', '# UNIT posoka_request_seconds seconds', '# HELP posoka_request_seconds Time from request to answer.', ...steps,
    `posoka_request_seconds_count ${sum}`, `posoka_request_seconds_sum ${seconds}`]
}

// How far long work has come: one moving line on a terminal, a plain line now and then elsewhere. Always on stderr.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { Bar } from '#store/command.ts'

export type Advance = {
  readonly label: string
  readonly unit: string
  readonly done: number
  readonly total: number | null
  /** since it began, in milliseconds */
  readonly spent: number
}

/** "demo_r_pjanaggr3  45 %  540 of 1,200 series  1,080/s  1 s left"; without a total the share and the rest are left out. */
export const sayAdvance = ({ label, unit, done, total, spent }: Advance, language: Language): string => {
  const say = speak(language)
  const whole = (value: number): string => sayNumber(value, language, 0)
  const rate = spent > 0 ? (done / spent) * 1000 : 0
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  const parts = [
    label,
    ...(share === null ? [] : [`${whole(Math.floor(share * 100))} %`]),
    total === null ? `${whole(done)} ${unit}` : say.web_cli_of({ done: whole(done), total: whole(total), unit }),
    ...(rate > 0 ? [say.web_cli_rate({ rate: sayNumber(rate, language, rate < 10 ? 1 : 0) })] : []),
    ...(rate > 0 && total !== null && done < total ? [say.web_cli_left({ time: saySpan((total - done) / rate, language) })] : []),
  ]
  return parts.join('  ')
}
/** 45 s · 3 min 20 s · 2 h 5 min */
export const saySpan = (seconds: number, language: Language): string => {
  const say = speak(language)
  const whole = Math.ceil(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  if (hours > 0) return say.web_cli_hours({ hours, minutes })
  return minutes > 0 ? say.web_cli_minutes({ minutes, seconds: rest }) : say.web_cli_seconds({ seconds: rest })
}
const drawShare = (share: number, width: number): string => '█'.repeat(Math.round(share * width)).padEnd(width, '░')

export type Screen = { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined; readonly write: (text: string) => unknown }
type How = { readonly screen: Screen; readonly language: Language; readonly now: () => number }

/** Between two drawings: a moving line may change ten times a second, a log only now and then. */
const pauseOnTerminal = 100
const pauseElsewhere = 5_000

export const makeBar = (what: { readonly label: string; readonly unit: string; readonly total?: number }, { screen, language, now }: How): Bar => {
  const began = now()
  let done = 0
  let total = what.total ?? null
  let drawnAt = began
  let ended = false
  const moving = screen.isTTY === true
  const line = (): string => sayAdvance({ label: what.label, unit: what.unit, done, total, spent: now() - began }, language)
  const draw = (): void => {
    drawnAt = now()
    if (!moving) {
      screen.write(`${line()}\n`)
      return
    }
    const width = screen.columns ?? 80
    const bar = total === null || width < 70 ? '' : `${drawShare(Math.min(1, total === 0 ? 1 : done / total), 20)}  `
    screen.write(`\r\x1b[2K${(bar + line()).slice(0, width - 1)}`)
  }
  return {
    reach: (reached) => {
      done = reached
      if (!ended && now() - drawnAt >= (moving ? pauseOnTerminal : pauseElsewhere)) draw()
    },
    of: (known) => { total = known },
    end: () => {
      if (ended) return
      ended = true
      draw()
      if (moving) screen.write('\n')
    },
  }
}

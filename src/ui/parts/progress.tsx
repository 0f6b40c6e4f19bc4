// How far something is, in words and as a bar: „18 от 24 показателя“.
export const Progress = ({ id, label, done, of, says }: {
  readonly id: string
  readonly label: string
  readonly done: number
  readonly of: number
  /** the same in words; stands beside the bar */
  readonly says: string
}) => (
  <div class="p-progress">
    <p class="p-progress-words"><span id={id}>{label}</span> <strong class="p-numbers">{says}</strong></p>
    <progress max={of} value={done} aria-labelledby={id}>{says}</progress>
  </div>
)

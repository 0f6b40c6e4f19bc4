// Innocent: a date made from a value is a value.
export const yearOf = (day: string): number => new Date(day).getUTCFullYear()

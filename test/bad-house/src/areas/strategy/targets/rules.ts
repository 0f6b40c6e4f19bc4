// Sin: impure. Rules get the time handed in.
export const isDue = (day: string): boolean => day < new Date().toISOString()

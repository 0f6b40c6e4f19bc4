// Innocent.
export const blank = ''

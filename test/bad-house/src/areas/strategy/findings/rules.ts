// Innocent.
export const finding = 'finding'

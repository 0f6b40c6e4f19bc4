// Sin: upward-arrow. Loaded later, but an arrow all the same.
export const later = () => import('#areas/evidence/datasets/read.ts')
